package netreader.client;

import java.util.List;

/**
 * The books that somebody may mean.
 *
 * @param books the first of them, by id
 * @param count how many there are
 */
public record NamedBooks(List<ShelfBook> books, long count) {
    public NamedBooks {
        books = List.copyOf(books);
    }
}
