package netreader.ui.shelf;

import java.util.Comparator;
import java.util.Optional;
import netreader.client.ShelfBook;

/**
 * A book with what it is found and sorted by: that takes too long to be made again and again, and for 100,000 books too
 * long to be made at the start, before anybody looks for words or wants another order. One thread at a time.
 */
final class ShelfRow {
    private static final Comparator<ShelfRow> BY_TITLE = Comparator.comparing(ShelfRow::title)
            .thenComparingLong(row -> row.book().id());

    private final ShelfBook book;
    private final SortKeys keys;
    private Optional<SortKey> title = Optional.empty();
    private Optional<SortKey> author = Optional.empty();
    private Optional<String> words = Optional.empty();

    ShelfRow(ShelfBook book, SortKeys keys) {
        this.book = book;
        this.keys = keys;
    }

    ShelfBook book() {
        return book;
    }

    /** See {@link SortKeys}. */
    private SortKey title() {
        if (title.isEmpty()) {
            title = Optional.of(keys.of(book.title()));
        }
        return title.get();
    }

    /** {@link SortKey#NONE} for a book without authors. */
    private SortKey author() {
        if (author.isEmpty()) {
            author = Optional.of(keys.of(book.authors()));
        }
        return author.get();
    }

    /** Its title, authors and name, without regard to case and accents. */
    String words() {
        if (words.isEmpty()) {
            words = Optional.of(ShelfFilter.words(book));
        }
        return words.get();
    }

    static Comparator<ShelfRow> by(ShelfOrder order) {
        return switch (order) {
            case TITLE, READ -> BY_TITLE; // what was read is put before the rest when it is asked for
            case AUTHOR ->
                Comparator.<ShelfRow, Boolean>comparing(row -> row.author().equals(SortKey.NONE))
                        .thenComparing(ShelfRow::author)
                        .thenComparing(BY_TITLE);
            case ADDED ->
                Comparator.<ShelfRow>comparingLong(row -> -row.book().added().toEpochMilli())
                        .thenComparing(BY_TITLE);
        };
    }
}
