package netreader.client;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A part of the shelf, in the order that was asked for.
 *
 * @param next where the next page begins, also if books come and go meanwhile; empty after the last one
 * @param total how many books there are in all pages; empty where counting them would have taken long
 */
public record ShelfPage(List<ShelfBook> books, Optional<String> next, OptionalLong total) {
    public ShelfPage {
        books = List.copyOf(books);
        Objects.requireNonNull(next);
        Objects.requireNonNull(total);
    }
}
