package netreader.catalogue.internal.positions;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.internal.store.Database;

/**
 * Keeps the readers' places with their books, whatever numbers the catalogue gives these.
 *
 * @param database of the places
 */
record PositionsOfBooks(Database catalogue, Database database) {
    private static final Logger LOG = System.getLogger(PositionsOfBooks.class.getName());

    /** A catalogue that was made anew, or is older than it was, may have other numbers for the books. */
    void find() throws CatalogueException {
        PositionBooks.State now = catalogue.read(PositionMatch::state);
        PositionBooks.State before = database.read(PositionBooks::state);
        List<PositionBooks.Remembered> books = database.read(PositionBooks::all);
        boolean same = before.catalogue().equals(now.catalogue()) && before.revision() <= now.revision();
        Map<Long, Long> numbers = new HashMap<>();
        if (!same && !books.isEmpty()) {
            numbers.putAll(catalogue.write(connection -> PositionMatch.numbers(connection, books)));
            LOG.log(
                    Level.WARNING,
                    "The catalogue is another one; the readers'' places in {0} books are kept and follow their books",
                    books.size());
        }
        List<Long> ids = books.stream()
                .map(book -> numbers.getOrDefault(book.id(), book.id()))
                .toList();
        // A tombstone has nothing that is not remembered already.
        List<PositionBooks.Remembered> described =
                catalogue.read(connection -> PositionMatch.describe(connection, ids));
        database.write(connection -> {
            PositionBooks.renumber(connection, numbers);
            PositionBooks.put(connection, described);
            PositionBooks.setState(connection, now);
            return true;
        });
    }

    /** Until schema 2 the places stood in the catalogue. They are on the disk here before they go there. */
    void moveFormerPositions() throws CatalogueException {
        List<PositionTable.Row> former = catalogue.read(PositionMatch::formerPositions);
        if (former.isEmpty()) {
            return;
        }
        write(former);
        database.write(PositionsOfBooks::checkpoint);
        catalogue.write(connection -> {
            PositionMatch.deleteFormerPositions(connection);
            return true;
        });
        LOG.log(Level.INFO, "{0} places of readers have a file of their own now", former.size());
    }

    /** Puts all that was written so far into the file itself, where also a power cut leaves it. */
    private static boolean checkpoint(Connection connection) throws SQLException {
        connection.setAutoCommit(true); // outside of any transaction
        try (PreparedStatement statement = connection.prepareStatement("pragma wal_checkpoint(full)")) {
            return statement.execute();
        } finally {
            connection.setAutoCommit(false);
        }
    }

    /** Writes positions, and what is known of their books. */
    void write(List<PositionTable.Row> rows) throws CatalogueException {
        Set<Long> ids = rows.stream().map(PositionTable.Row::book).collect(Collectors.toSet());
        PositionBooks.State state = catalogue.read(PositionMatch::state);
        Collection<PositionBooks.Remembered> books =
                catalogue.read(connection -> PositionMatch.describe(connection, ids));
        database.write(connection -> {
            PositionBooks.put(connection, books);
            PositionTable.put(connection, rows);
            PositionBooks.setState(connection, state);
            return true;
        });
    }
}
