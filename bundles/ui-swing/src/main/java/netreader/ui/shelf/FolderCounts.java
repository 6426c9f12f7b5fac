package netreader.ui.shelf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import netreader.client.ShelfFolder;

/** How many books lie in each folder of the library and in the folders in it. One thread at a time. */
final class FolderCounts {
    private static final String SEPARATOR = "/";

    private final SortKeys keys;
    private final Map<String, Integer> counts = new HashMap<>();
    private List<ShelfFolder> sorted = List.of();
    private boolean changed;

    FolderCounts(Locale locale) {
        keys = new SortKeys(locale);
    }

    /** @param book its name, with folders */
    void add(String book) {
        count(book, 1);
    }

    void remove(String book) {
        count(book, -1);
    }

    private void count(String book, int by) {
        for (int end = book.indexOf(SEPARATOR); end >= 0; end = book.indexOf(SEPARATOR, end + 1)) {
            counts.merge(book.substring(0, end), by, (before, more) -> before + more == 0 ? null : before + more);
            changed = true;
        }
    }

    /** All folders, each before those in it, by name. */
    List<ShelfFolder> all() {
        if (changed) {
            changed = false;
            List<Keyed> folders = new ArrayList<>(counts.size());
            counts.forEach((name, books) -> folders.add(new Keyed(new ShelfFolder(name, books), keys(name))));
            folders.sort(Comparator.comparing(Keyed::keys, FolderCounts::compare)
                    .thenComparing(keyed -> keyed.folder().name()));
            sorted = folders.stream().map(Keyed::folder).toList();
        }
        return sorted;
    }

    private record Keyed(ShelfFolder folder, List<SortKey> keys) {}

    private List<SortKey> keys(String name) {
        return Arrays.stream(name.split(SEPARATOR)).map(keys::of).toList();
    }

    private static int compare(List<SortKey> one, List<SortKey> other) {
        return Arrays.compare(one.toArray(SortKey[]::new), other.toArray(SortKey[]::new));
    }
}
