package netreader.catalogue.internal.scan;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.internal.scan.ScanTable.Move;
import netreader.catalogue.internal.scan.ScanTable.Row;
import netreader.catalogue.internal.store.BookNames;
import netreader.catalogue.internal.store.Database;

/**
 * Compares the files that a look finds with the rows that it expects, and writes what is another now. New books are
 * written while the look goes on; what may have moved waits for its end. One thread.
 */
final class Comparison {
    private static final int BATCH = 2000;

    private record Waiting(Found file, boolean quiet) {}

    private final Database database;
    private final YoungFiles young;
    private final boolean atOnce;
    private final Set<String> eventful;
    private final Predicate<String> mayGo;
    private final Runnable whenWritten;
    private final long now = System.currentTimeMillis();

    /** The rows that were expected and not met yet, by name. */
    private final Map<String, Row> rows = new HashMap<>();
    /** Sizes of all rows that were expected: a file of another size has not moved. */
    private final Set<Long> sizes = new HashSet<>();

    private final List<Found> newcomers = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private final Map<String, Row> displaced = new HashMap<>();
    private final List<Row> back = new ArrayList<>();
    private final List<Move> keys = new ArrayList<>();
    /** Rows whose files look the same, but are known to the disk as others. */
    private final List<Move> exchanged = new ArrayList<>();

    private final List<Move> pictures = new ArrayList<>();
    private final Set<String> unseen = new HashSet<>();
    private int files;
    private int added;
    private int growing;
    private Findings findings = new Findings(0, 0, 0, 0, 0, 0, 0);

    /**
     * @param atOnce whether new books are written while the look goes on: then all rows are expected before
     * @param eventful folders of which the system has told that something has happened in them
     * @param mayGo whether books of this format may be taken off the shelf because there is no such format
     * @param whenWritten is called after each change of the shelf
     */
    Comparison(
            Database database,
            YoungFiles young,
            boolean atOnce,
            Set<String> eventful,
            Predicate<String> mayGo,
            Runnable whenWritten) {
        this.eventful = eventful;
        this.atOnce = atOnce;
        this.database = database;
        this.young = young;
        this.mayGo = mayGo;
        this.whenWritten = whenWritten;
    }

    /** Their files are about to be found, or have gone. */
    void expect(Map<String, Row> more) {
        rows.putAll(more);
        more.values().forEach(row -> sizes.add(row.size()));
    }

    /** What is known of this file, or of all that is in this folder, stays. */
    void unseen(String name) {
        unseen.add(name);
    }

    void found(Found file) throws CatalogueException {
        files++;
        Row row = rows.remove(file.name());
        if (row != null && row.isOf(file)) {
            if (row.gone()) {
                back.add(row);
            } else if (row.key() == 0 && file.key() != 0) {
                keys.add(new Move(row, file));
            } else if (row.key() != file.key() && file.key() != 0) {
                exchanged.add(new Move(row, file));
            }
            comparePictures(new Move(row, file));
            return;
        }
        if (row != null) {
            displaced.put(file.name(), row);
        }
        boolean quiet = young.isQuiet(file);
        growing += quiet ? 0 : 1;
        if (row != null || !atOnce || sizes.contains(file.size())) {
            waiting.add(new Waiting(file, quiet));
        } else if (quiet) {
            newcomers.add(file);
            if (newcomers.size() == BATCH) {
                writeNewcomers();
            }
        }
    }

    /** A picture that comes is waited for until it is quiet, one that goes is not. */
    private void comparePictures(Move file) {
        Found found = file.to();
        if (!file.row().picture().equals(found.picture().text())
                && (found.picture().equals(Beside.NONE) || young.isQuiet(found.ofPicture()))) {
            pictures.add(file);
        }
    }

    /** Everything was found that is there. */
    void end() throws CatalogueException {
        List<Row> lost = new ArrayList<>();
        List<Row> longGone = new ArrayList<>();
        for (Row row : rows.values()) {
            if (row.gone()) {
                longGone.add(row);
            } else if (!isUnseen(row.name()) && mayGo.test(row.format())) {
                lost.add(row);
            }
        }
        exchange(lost);
        Set<Row> moved = move(lost, longGone);
        List<Row> replaced = new ArrayList<>();
        for (Waiting file : waiting) {
            if (file.quiet()) {
                newcomers.add(file.file());
                Row row = displaced.get(file.file().name());
                if (row != null && !moved.contains(row)) {
                    replaced.add(row);
                }
            }
        }
        writeNewcomers();
        write(replaced, ScanNotes::replaced);
        write(back, (connection, batch) -> ScanTable.setGone(connection, batch, false));
        write(keys, ScanTable::putKeys);
        write(pictures, ScanTable::putPictures);
        List<Row> gone = lost.stream().filter(row -> !moved.contains(row)).toList();
        write(gone, (connection, batch) -> ScanTable.setGone(connection, batch, true));
        findings = new Findings(
                files, added - replaced.size(), replaced.size(), moved.size(), back.size(), gone.size(), growing);
    }

    /** After the end. */
    Findings findings() {
        return findings;
    }

    /**
     * Files of one size and time that have changed their names with each other are told apart by what the disk knows
     * them by. Others that are known by something new are read again where the system has told that something has
     * happened; elsewhere it may just be a share that counts its files anew.
     */
    private void exchange(List<Row> lost) {
        Map<Long, Row> byKey = new HashMap<>();
        lost.forEach(row -> byKey.put(row.key(), row));
        displaced.values().forEach(row -> byKey.put(row.key(), row));
        exchanged.forEach(move -> byKey.put(move.row().key(), move.row()));
        Set<Long> found = exchanged.stream().map(move -> move.to().key()).collect(Collectors.toSet());
        waiting.forEach(file -> found.add(file.file().key()));
        for (Move move : exchanged) {
            Row row = move.row();
            Found file = move.to();
            Row known = byKey.get(file.key());
            if (known != null && known.isOf(file)) {
                waiting.add(new Waiting(file, true));
            } else if (eventful.contains(BookNames.parent(file.name())) || found.contains(row.key())) {
                newcomers.add(file);
            } else {
                continue;
            }
            displaced.put(file.name(), row);
        }
    }

    private boolean isUnseen(String name) {
        if (unseen.isEmpty()) {
            return false;
        }
        String part = name;
        while (!part.isEmpty()) {
            if (unseen.contains(part)) {
                return true;
            }
            part = BookNames.parent(part);
        }
        return false;
    }

    private Set<Row> move(List<Row> lost, List<Row> longGone) throws CatalogueException {
        List<Row> justLost = new ArrayList<>(lost);
        displaced.values().forEach(row -> (row.gone() ? longGone : justLost).add(row));
        List<Found> files = waiting.stream().map(Waiting::file).toList();
        List<Move> moves = new Moves(justLost, longGone).of(files);
        if (moves.isEmpty()) {
            return Set.of();
        }
        Set<Row> moved = moves.stream().map(Move::row).collect(Collectors.toSet());
        Set<Found> arrived = moves.stream().map(Move::to).collect(Collectors.toSet());
        List<Row> ousted = new ArrayList<>();
        for (Found file : arrived) {
            young.forget(file);
            Row row = displaced.get(file.name());
            if (row != null && !moved.contains(row)) {
                ousted.add(row);
            }
        }
        database.write(connection -> {
            ScanTable.move(connection, moves, ousted);
            ScanNotes.moved(connection, moves, ousted);
            return true;
        });
        whenWritten.run();
        moves.forEach(this::comparePictures);
        waiting.removeIf(file -> arrived.contains(file.file()));
        return moved;
    }

    private void writeNewcomers() throws CatalogueException {
        added += newcomers.size();
        write(newcomers, (connection, batch) -> ScanTable.putFound(connection, batch, now));
        newcomers.clear();
    }

    private interface Writing<T> {
        void write(Connection connection, Collection<T> rows) throws SQLException;
    }

    private <T> void write(List<T> all, Writing<T> writing) throws CatalogueException {
        for (int from = 0; from < all.size(); from += BATCH) {
            List<T> batch = all.subList(from, Math.min(all.size(), from + BATCH));
            database.write(connection -> {
                writing.write(connection, batch);
                return true;
            });
            whenWritten.run();
        }
    }
}
