package netreader.catalogue;

import java.util.Objects;
import java.util.Optional;

/**
 * Which books are wanted, in which order, and from where on.
 *
 * @param words each of them, or a part of a word, stands in a book's title, authors or name, without regard to case,
 *     accents and full-width forms; blank for all books
 * @param format only books of this format
 * @param folder only books in this folder of the library and the folders in it, without a {@code /} at the end
 * @param after {@link ShelfPage#next()} of the page before; empty for the first one
 * @param limit how many books at most, 1 or more
 */
public record ShelfQuery(
        String words,
        Order order,
        boolean descending,
        Optional<String> format,
        Optional<String> folder,
        Optional<String> after,
        int limit) {
    /** What books are sorted by; those that are equal in it by their ids. */
    public enum Order {
        TITLE,
        /** By the first author; books without one come first. */
        AUTHOR,
        /** By the path in the library. */
        NAME,
        ADDED,
        SIZE
    }

    public ShelfQuery {
        Objects.requireNonNull(words);
        Objects.requireNonNull(order);
        Objects.requireNonNull(format);
        Objects.requireNonNull(folder);
        Objects.requireNonNull(after);
    }
}
