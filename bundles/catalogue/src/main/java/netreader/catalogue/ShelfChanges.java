package netreader.catalogue;

import java.util.List;

/**
 * What has changed on the shelf.
 *
 * @param books new and changed ones
 * @param removed ids of books that have gone
 * @param revision what to ask for next time
 * @param more whether there is more to ask for at once
 */
public record ShelfChanges(List<CatalogueBook> books, List<Long> removed, long revision, boolean more) {
    public ShelfChanges {
        books = List.copyOf(books);
        removed = List.copyOf(removed);
    }
}
