package netreader.catalogue.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import netreader.catalogue.CatalogueBook.Status;

/** Brings the rows of the catalogue up to what lies in the library. One thread. */
final class Reconciliation {
    private static final long QUIET_MILLIS = 2000;

    /** What the last look saw: a file that still grows has another version at each look. */
    private Map<String, Found> lastLook = Map.of();

    /**
     * @param toInspect books whose files must be read
     * @param changed whether the shelf is another now
     * @param growing whether there are files that may still be written: the next look tells
     */
    record Outcome(List<Pending> toInspect, boolean changed, boolean growing) {
        static final Outcome NOTHING = new Outcome(List.of(), false, false);
    }

    /** A book that waits for its file to be read. */
    record Pending(long id, Found found) {}

    /**
     * @param now in milliseconds since 1970
     * @param mayGo whether books of this format may be taken off the shelf because there is no such format
     */
    Outcome reconcile(Connection connection, Map<String, Found> found, long now, Predicate<String> mayGo)
            throws SQLException {
        Map<String, BookTable.Row> rows = BookTable.rowsByName(connection);
        List<Pending> toInspect = new ArrayList<>();
        boolean changed = false;
        boolean growing = false;
        for (Found file : found.values()) {
            BookTable.Row row = rows.remove(file.name());
            if (row != null
                    && row.version().equals(file.version())
                    && row.format().equals(file.format())) {
                if (row.gone()) {
                    BookTable.setGone(connection, row.id(), false);
                    changed = true;
                }
                if (row.status() == Status.PENDING || givenUpByAnother(row, file)) {
                    toInspect.add(new Pending(row.id(), file));
                }
            } else if (isQuiet(file, now)) {
                long id = BookTable.putFound(connection, file, FileNameTitle.of(file.name()), now);
                toInspect.add(new Pending(id, file));
                changed = true;
            } else {
                growing = true;
            }
        }
        for (BookTable.Row row : rows.values()) {
            if (!row.gone() && mayGo.test(row.format())) {
                BookTable.setGone(connection, row.id(), true);
                changed = true;
            }
        }
        lastLook = new HashMap<>(found);
        return new Outcome(toInspect, changed, growing);
    }

    /** What one version of a format cannot read, the next perhaps can. */
    private static boolean givenUpByAnother(BookTable.Row row, Found file) {
        return row.status() == Status.QUARANTINED && !row.provider().equals(file.provider());
    }

    private boolean isQuiet(Found file, long now) {
        return now - file.mtime() > QUIET_MILLIS || file.equals(lastLook.get(file.name()));
    }
}
