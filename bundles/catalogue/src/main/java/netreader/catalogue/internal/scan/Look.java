package netreader.catalogue.internal.scan;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.internal.scan.ScanTable.Row;
import netreader.catalogue.internal.store.BookNames;
import netreader.catalogue.internal.store.Database;

/** One look at the library, or at some folders of it. One thread. */
final class Look implements LibraryWalk.Visitor {
    private final Database database;
    private final LibraryWalk walk;
    private final KnownFolders folders;
    private final Comparison comparison;

    private final Set<String> met = new HashSet<>();
    private final Set<String> entered = new HashSet<>();
    private final Set<String> unseen = new HashSet<>();
    /** The folder that is looked at without those in it that are known; null if it is looked at with all of them. */
    private String alone;
    /** The folder that was not known, below which nothing is; null if there is none. */
    private String fresh;

    Look(Database database, LibraryWalk walk, KnownFolders folders, Comparison comparison) {
        this.database = database;
        this.walk = walk;
        this.folders = folders;
        this.comparison = comparison;
    }

    /** @throws IOException if the library cannot be read; then no book is taken off the shelf */
    void atAll() throws IOException, CatalogueException {
        Map<String, Row> all = database.read(ScanTable::all);
        walk.requireLibrary(all.values().stream().anyMatch(row -> !row.gone()));
        comparison.expect(all);
        walk.walk("", this);
        folders.keepOnly("", entered);
        comparison.end();
    }

    /**
     * Looks at some folders, and at those in them that are new or have gone.
     *
     * @param withAll folders that are looked at with all that is below them
     * @throws IOException as {@link #atAll}
     */
    void at(Collection<String> some, Collection<String> withAll) throws IOException, CatalogueException {
        walk.requireLibrary(true);
        comparison.expect(database.read(ScanTable::gone));
        for (String folder : withAll.stream().sorted().toList()) {
            if (!entered.contains(folder)) {
                alone = null;
                expect(folder, true);
                walkOrForget(folder);
                folders.keepOnly(folder, entered);
            }
        }
        for (String folder : some.stream().sorted().toList()) {
            if (!entered.contains(folder)) {
                alone = folder;
                fresh = null;
                List<String> known = folders.in(folder);
                expect(folder, false);
                walkOrForget(folder);
                for (String child : known) {
                    if (!met.contains(child) && !unseen.contains(child) && !unseen.contains(folder)) {
                        expect(child, true);
                        folders.forget(child);
                    }
                }
            }
        }
        comparison.end();
    }

    private void walkOrForget(String folder) throws IOException, CatalogueException {
        try {
            walk.walk(folder, this);
        } catch (NoSuchFileException e) {
            if (folder.isEmpty()) {
                throw e;
            }
            expect(folder, true);
            folders.forget(folder);
        }
    }

    private void expect(String folder, boolean deep) throws CatalogueException {
        comparison.expect(database.read(connection -> {
            Map<String, Row> rows = new HashMap<>();
            ScanTable.addIn(connection, folder, deep, rows);
            return rows;
        }));
    }

    @Override
    public boolean enter(String folder, Path path) throws CatalogueException {
        met.add(folder);
        boolean below = fresh != null && folder.startsWith(BookNames.prefix(fresh));
        if (alone != null && !folder.equals(alone) && !below) {
            if (folders.contains(folder)) {
                return false;
            }
            fresh = folder;
            expect(folder, true);
        }
        entered.add(folder);
        folders.add(folder, path); // watched before it is listed: nothing happens unseen between the two
        return true;
    }

    @Override
    public void found(Found file) throws CatalogueException {
        comparison.found(file);
    }

    @Override
    public void unseen(String name) {
        unseen.add(name);
        comparison.unseen(name);
    }
}
