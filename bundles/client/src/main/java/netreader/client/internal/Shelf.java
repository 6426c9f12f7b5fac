package netreader.client.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import netreader.client.ShelfBook;
import netreader.client.ShelfChange;

/**
 * The books that the reader knows, by their ids and by their contents. It remembers which were changed last, so that a
 * window with 100,000 books need not look at all of them whenever there is another one. Any thread.
 */
final class Shelf {
    /** So many changes are told one by one; who has missed more takes the whole shelf. */
    private static final int LOG = 1 << 15;

    private final Map<Long, ShelfBook> books = new HashMap<>();
    private final Map<String, Set<Long>> contents = new HashMap<>();
    /** Many books are by few authors. */
    private final Map<List<String>, List<String>> authors = new HashMap<>();

    /** The ids of what was changed, at their stamps modulo its length. */
    private final long[] log = new long[LOG];

    private long stamp;
    /** The stamp since which the log tells everything. */
    private long logged;

    private Optional<List<ShelfBook>> inOrder = Optional.empty();

    synchronized Optional<ShelfBook> book(long id) {
        return Optional.ofNullable(books.get(id));
    }

    synchronized int size() {
        return books.size();
    }

    /** All books, in the order of their ids. */
    synchronized List<ShelfBook> all() {
        if (inOrder.isEmpty()) {
            ShelfBook[] sorted = books.values().toArray(ShelfBook[]::new);
            Arrays.sort(sorted, Comparator.comparingLong(ShelfBook::id));
            inOrder = Optional.of(List.of(sorted));
        }
        return inOrder.get();
    }

    synchronized List<ShelfBook> withContents(String sha256) {
        return contents.getOrDefault(sha256, Set.of()).stream().map(books::get).toList();
    }

    synchronized void put(ShelfBook book) {
        ShelfBook shared = book.withAuthors(authors.computeIfAbsent(book.authors(), same -> same));
        Optional.ofNullable(books.put(book.id(), shared)).ifPresent(this::forgetContents);
        book.sha256().ifPresent(digest -> contents.merge(digest, Set.of(book.id()), Shelf::joined));
        note(book.id());
    }

    synchronized void remove(long id) {
        Optional.ofNullable(books.remove(id)).ifPresent(this::forgetContents);
        note(id);
    }

    /** Nearly all contents are those of one book; a set that can grow costs ten times as much. */
    private static Set<Long> joined(Set<Long> some, Set<Long> more) {
        Set<Long> all = some instanceof HashSet ? some : new HashSet<>(some);
        all.addAll(more);
        return all;
    }

    private void forgetContents(ShelfBook book) {
        book.sha256()
                .ifPresent(digest -> contents.computeIfPresent(digest, (same, ids) -> {
                    if (ids.size() == 1) {
                        return null;
                    }
                    ids.remove(book.id());
                    return ids;
                }));
    }

    private void note(long id) {
        log[(int) (stamp % LOG)] = id;
        stamp++;
        logged = Math.max(logged, stamp - LOG);
        inOrder = Optional.empty();
    }

    /** Another shelf than before: whoever asks gets all of it. */
    synchronized void replace(List<ShelfBook> newBooks) {
        books.clear();
        contents.clear();
        authors.clear();
        newBooks.forEach(this::put);
        stamp++;
        logged = stamp;
        inOrder = Optional.empty();
    }

    /** What was changed since a stamp that was given before; 0 for all. */
    synchronized ShelfChange since(long known) {
        if (known < logged || known <= 0 || known > stamp) {
            return new ShelfChange(stamp, true, List.copyOf(books.values()), List.of());
        }
        Set<Long> ids = new LinkedHashSet<>();
        for (long at = known; at < stamp; at++) {
            ids.add(log[(int) (at % LOG)]);
        }
        List<ShelfBook> changed = new ArrayList<>();
        List<Long> removed = new ArrayList<>();
        for (Long id : ids) {
            Optional.ofNullable(books.get(id)).ifPresentOrElse(changed::add, () -> removed.add(id));
        }
        return new ShelfChange(stamp, false, changed, removed);
    }
}
