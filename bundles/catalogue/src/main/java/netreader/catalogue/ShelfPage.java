package netreader.catalogue;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A part of the shelf, in the order that was asked for.
 *
 * @param next where the next page begins; empty after the last one
 * @param total how many books there are in all pages; empty where counting them would take long
 */
public record ShelfPage(List<CatalogueBook> books, Optional<String> next, Optional<Long> total) {
    public ShelfPage {
        books = List.copyOf(books);
        Objects.requireNonNull(next);
        Objects.requireNonNull(total);
    }
}
