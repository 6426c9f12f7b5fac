package netreader.client;

import java.util.Objects;
import java.util.Optional;

/**
 * Which books of the shelf are wanted, in which order, and from where on.
 *
 * @param words each of them, or a part of a word, must stand in a book's title, authors or name, without regard to case,
 *     accents and full-width forms; blank for all books; at most {@link #MAX_WORDS} characters
 * @param format only books of this format, such as {@code PDF}
 * @param folder only books in this folder of the library and the folders in it, without a {@code /} at the end
 * @param after {@link ShelfPage#next()} of the page before; empty for the first one
 * @param limit how many books at most, 1 to {@link #MAX_LIMIT}
 */
public record ShelfQuery(
        String words,
        Order order,
        boolean descending,
        Optional<String> format,
        Optional<String> folder,
        Optional<String> after,
        int limit) {
    /** The most books of a page. */
    public static final int MAX_LIMIT = 200;

    /** The longest words, in UTF-16 units. */
    public static final int MAX_WORDS = 1000;

    /** What books are sorted by; those that are equal in it by their ids. */
    public enum Order {
        TITLE,
        /** By the first author; books without one come first. */
        AUTHOR,
        /** By the path in the library. */
        NAME,
        /** By the time when the server first found the book. */
        ADDED,
        /** By the size of the file. */
        SIZE
    }

    public ShelfQuery {
        Objects.requireNonNull(words);
        Objects.requireNonNull(order);
        Objects.requireNonNull(format);
        Objects.requireNonNull(folder);
        Objects.requireNonNull(after);
        if (limit < 1 || limit > MAX_LIMIT || words.length() > MAX_WORDS) {
            throw new IllegalArgumentException("A page has 1 to 200 books, and a query at most 1,000 characters");
        }
    }

    /** The first books of all by title. */
    public static ShelfQuery first(int limit) {
        return new ShelfQuery("", Order.TITLE, false, Optional.empty(), Optional.empty(), Optional.empty(), limit);
    }

    /** The same query from somewhere else on. */
    public ShelfQuery from(Optional<String> newAfter) {
        return new ShelfQuery(words, order, descending, format, folder, newAfter, limit);
    }
}
