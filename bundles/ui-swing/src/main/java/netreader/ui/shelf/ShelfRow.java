package netreader.ui.shelf;

import java.util.Comparator;
import netreader.client.ShelfBook;

/**
 * A book with what it is found and sorted by, which takes too long to be made again and again.
 *
 * @param words its title, authors and name, without regard to case and accents
 * @param title see {@link SortKeys}
 * @param author {@link SortKey#NONE} for a book without authors
 */
record ShelfRow(ShelfBook book, String words, SortKey title, SortKey author) {
    private static final Comparator<ShelfRow> BY_TITLE = Comparator.comparing(ShelfRow::title)
            .thenComparingLong(row -> row.book().id());

    static ShelfRow of(ShelfBook book, SortKeys keys) {
        return new ShelfRow(book, ShelfFilter.words(book), keys.of(book.title()), keys.of(book.authors()));
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
