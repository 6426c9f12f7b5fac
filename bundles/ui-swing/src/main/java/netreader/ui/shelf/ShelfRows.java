package netreader.ui.shelf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import netreader.client.ShelfBook;
import netreader.client.ShelfChange;
import netreader.client.ShelfFolder;

/**
 * All books of the shelf in order. What changes is merged into them, so that one more book among 100,000 costs a
 * millisecond, and not the second in which all are sorted. One thread at a time.
 */
final class ShelfRows {
    private final SortKeys keys;
    private final FolderCounts folders;
    private ShelfRow[] rows = {};
    private ShelfOrder order = ShelfOrder.TITLE;
    private long stamp;

    ShelfRows(Locale locale) {
        keys = new SortKeys(locale);
        folders = new FolderCounts(locale);
    }

    /** To ask for changes with. */
    long stamp() {
        return stamp;
    }

    void merge(ShelfChange change) {
        stamp = change.stamp();
        if (change.isEmpty()) {
            return;
        }
        ShelfRow[] stay = change.anew() ? without(row -> false) : without(among(change));
        ShelfRow[] come =
                change.books().stream().map(book -> new ShelfRow(book, keys)).toArray(ShelfRow[]::new);
        for (ShelfRow row : come) {
            folders.add(row.book().name());
        }
        Arrays.sort(come, ShelfRow.by(order));
        rows = merged(stay, come, ShelfRow.by(order));
    }

    private interface Stays {
        boolean test(ShelfRow row);
    }

    private static Stays among(ShelfChange change) {
        Set<Long> ids = new HashSet<>(change.removed());
        change.books().forEach(book -> ids.add(book.id()));
        return row -> !ids.contains(row.book().id());
    }

    private ShelfRow[] without(Stays stays) {
        List<ShelfRow> left = new ArrayList<>(rows.length);
        for (ShelfRow row : rows) {
            if (stays.test(row)) {
                left.add(row);
            } else {
                folders.remove(row.book().name());
            }
        }
        return left.toArray(ShelfRow[]::new);
    }

    private static ShelfRow[] merged(ShelfRow[] some, ShelfRow[] more, Comparator<ShelfRow> order) {
        ShelfRow[] all = new ShelfRow[some.length + more.length];
        int one = 0;
        int other = 0;
        for (int i = 0; i < all.length; i++) {
            boolean takeOne = other == more.length || (one < some.length && order.compare(some[one], more[other]) <= 0);
            all[i] = takeOne ? some[one++] : more[other++];
        }
        return all;
    }

    /**
     * The books that are wanted, in the order that is wanted.
     *
     * @param lastRead when a book was read last
     */
    List<ShelfBook> books(ShelfChoice choice, Function<ShelfBook, Optional<Instant>> lastRead) {
        if (choice.order() != order) {
            order = choice.order();
            Arrays.sort(rows, ShelfRow.by(order));
        }
        List<String> words = ShelfFilter.words(choice.words());
        String folder = choice.folder().isEmpty() ? "" : choice.folder() + "/";
        List<ShelfBook> books = new ArrayList<>(choice.isEverything() ? rows.length : 0);
        for (ShelfRow row : rows) {
            if (row.book().name().startsWith(folder) && (words.isEmpty() || ShelfFilter.matches(row.words(), words))) {
                books.add(row.book());
            }
        }
        return order == ShelfOrder.READ ? readFirst(books, lastRead) : books;
    }

    /** Which changes with every page that is turned, but for few books. */
    private static List<ShelfBook> readFirst(List<ShelfBook> books, Function<ShelfBook, Optional<Instant>> lastRead) {
        List<ReadBook> read = new ArrayList<>();
        List<ShelfBook> never = new ArrayList<>(books.size());
        for (ShelfBook book : books) {
            Optional<Instant> time = lastRead.apply(book);
            if (time.isPresent()) {
                read.add(new ReadBook(book, time.get()));
            } else {
                never.add(book);
            }
        }
        read.sort(Comparator.comparing(ReadBook::time).reversed());
        List<ShelfBook> first = new ArrayList<>(books.size());
        read.forEach(each -> first.add(each.book()));
        first.addAll(never);
        return first;
    }

    private record ReadBook(ShelfBook book, Instant time) {}

    List<ShelfFolder> folders() {
        return folders.all();
    }
}
