package netreader.client;

import java.util.List;

/**
 * What has changed on the shelf as the reader knows it.
 *
 * @param stamp to ask with the next time, see {@link Client#shelfSince}; 0 as long as the shelf that was remembered is
 *     being read from the disk
 * @param anew whether the books are all that there are, and nothing that was known before counts
 * @param books new and changed ones, in no order
 * @param removed ids of books that are on the shelf no longer
 */
public record ShelfChange(long stamp, boolean anew, List<ShelfBook> books, List<Long> removed) {
    public ShelfChange {
        books = List.copyOf(books);
        removed = List.copyOf(removed);
    }

    public boolean isEmpty() {
        return !anew && books.isEmpty() && removed.isEmpty();
    }
}
