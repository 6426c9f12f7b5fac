package netreader.protocol;

import java.util.List;

/**
 * The body of a reply to {@code shelf}.
 *
 * @param books new and changed ones
 * @param removed ids of books that have gone
 */
public record ShelfChanges(List<BookRow> books, List<Long> removed) {
    public ShelfChanges {
        books = books == null ? List.of() : List.copyOf(books);
        removed = removed == null ? List.of() : List.copyOf(removed);
    }
}
