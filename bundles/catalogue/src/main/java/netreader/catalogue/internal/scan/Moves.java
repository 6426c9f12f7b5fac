package netreader.catalogue.internal.scan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import netreader.catalogue.internal.scan.ScanTable.Move;
import netreader.catalogue.internal.scan.ScanTable.Row;
import netreader.catalogue.internal.store.BookNames;

/**
 * Finds the rows of files that have other names now: by size, time and format, among rows whose files are not where
 * they were. What the disk knows the file by decides, then the name; where that does not decide either, nobody moves, and
 * the contents will tell.
 */
final class Moves {
    /** Among more rows that are alike nobody looks for one. */
    private static final int MAX_ALIKE = 64;

    private record Likeness(long size, long mtime, String format, String fileName) {
        static Likeness of(Row row, String fileName) {
            return new Likeness(row.size(), row.mtime(), row.format(), fileName);
        }

        static Likeness of(Found file, String fileName) {
            return new Likeness(file.size(), file.mtime(), file.format(), fileName);
        }
    }

    private final Map<Likeness, List<Row>> justLost;
    private final Map<Likeness, List<Row>> longGone;
    private final Map<Long, List<Row>> justLostByKey;
    private final Set<Row> taken = new HashSet<>();

    /**
     * @param justLost rows whose files this look misses, or found another file in place of
     * @param longGone rows that earlier looks have missed
     */
    Moves(Collection<Row> justLost, Collection<Row> longGone) {
        this.justLost = byLikeness(justLost);
        this.longGone = byLikeness(longGone);
        this.justLostByKey = justLost.stream().filter(row -> row.key() != 0).collect(Collectors.groupingBy(Row::key));
    }

    private static Map<Likeness, List<Row>> byLikeness(Collection<Row> rows) {
        Map<Likeness, List<Row>> alike = new HashMap<>();
        for (Row row : rows) {
            String name = BookNames.last(BookNames.ofFile(row.name()));
            alike.computeIfAbsent(Likeness.of(row, name), key -> new ArrayList<>())
                    .add(row);
            alike.computeIfAbsent(Likeness.of(row, ""), key -> new ArrayList<>())
                    .add(row);
        }
        return alike;
    }

    /** Who moves where. A row moves once. */
    List<Move> of(Collection<Found> files) {
        List<Move> moves = new ArrayList<>();
        List<Found> unknown = new ArrayList<>();
        for (Found file : files) {
            sameOnDisk(file).ifPresentOrElse(row -> moves.add(take(row, file)), () -> unknown.add(file));
        }
        List<Found> renamed = new ArrayList<>();
        for (Found file : unknown) { // folders were moved more often than files were renamed
            String name = BookNames.last(file.name());
            Optional<Row> row = one(justLost.get(Likeness.of(file, name)), file, false)
                    .or(() -> one(longGone.get(Likeness.of(file, name)), file, false));
            row.ifPresentOrElse(found -> moves.add(take(found, file)), () -> renamed.add(file));
        }
        for (Found file : renamed) {
            one(justLost.get(Likeness.of(file, "")), file, false)
                    .or(() -> one(longGone.get(Likeness.of(file, "")), file, true))
                    .ifPresent(found -> moves.add(take(found, file)));
        }
        return moves;
    }

    /** Several only where a file has hard links. */
    private Optional<Row> sameOnDisk(Found file) {
        List<Row> rows = justLostByKey.getOrDefault(file.key(), List.of());
        return nearest(
                rows.stream()
                        .filter(row -> row.isOf(file) && !taken.contains(row))
                        .toList(),
                file.name());
    }

    private Move take(Row row, Found file) {
        taken.add(row);
        return new Move(row, file);
    }

    /** @param sureOnly whether the disk must know the file by the same number */
    private Optional<Row> one(List<Row> alike, Found file, boolean sureOnly) {
        if (alike == null || alike.size() > MAX_ALIKE) {
            return Optional.empty();
        }
        List<Row> free = alike.stream().filter(row -> !taken.contains(row)).toList();
        List<Row> same = free.stream()
                .filter(row -> row.key() != 0 && row.key() == file.key())
                .toList();
        if (!same.isEmpty()) {
            free = same;
        } else if (sureOnly) {
            return Optional.empty();
        }
        return nearest(free, file.name());
    }

    /** The row whose name has most in common with the new one; none if there are two such. */
    static Optional<Row> nearest(List<Row> rows, String name) {
        Row nearest = null;
        int most = -1;
        for (Row row : rows) {
            int common = BookNames.commonEnd(BookNames.ofFile(row.name()), name);
            if (common == most) {
                nearest = null;
            } else if (common > most) {
                most = common;
                nearest = row;
            }
        }
        return Optional.ofNullable(nearest);
    }
}
