package netreader.catalogue.internal.scan;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.internal.store.BookTable;
import netreader.catalogue.internal.store.Counters;
import netreader.catalogue.internal.store.CoverSizes;
import netreader.catalogue.internal.store.CoverTable;
import netreader.format.Delivery;
import netreader.format.registry.FormatUnavailableException;

/** Makes the covers again of books beside which another picture lies now, or none. On a thread that inspects books. */
final class DueCovers {
    private static final Logger LOG = System.getLogger(DueCovers.class.getName());
    private static final int PAGE = 100;

    private final InspectionMeans means;
    private final FailedReadings failures;

    /** @param picture as {@link Beside#text} */
    private record Due(long id, String name, String format, Map<String, String> settings, String picture) {}

    DueCovers(InspectionMeans means, FailedReadings failures) {
        this.means = means;
        this.failures = failures;
    }

    void makeAll(Delivery delivery, BooleanSupplier stopped) throws CatalogueException {
        long after = 0;
        while (true) {
            long from = after;
            List<Due> some = means.database().read(connection -> some(connection, delivery, from));
            if (some.isEmpty()) {
                return;
            }
            after = some.get(some.size() - 1).id();
            for (Due book : some) {
                if (stopped.getAsBoolean()) {
                    return;
                }
                if (failures.mayRead(book.id())) {
                    long began = System.nanoTime();
                    make(book, stopped);
                    means.courtesy().stepAside(began);
                }
            }
        }
    }

    private void make(Due book, BooleanSupplier stopped) throws CatalogueException {
        try {
            Optional<CoverSizes> cover = means.inspector()
                    .inspect(book.name(), book.format(), means.library().file(book.name()), book.settings())
                    .cover();
            if (!stopped.getAsBoolean()) { // what an interrupted thread has read says nothing
                means.database().write(connection -> put(connection, book, cover));
                means.whenChanged().run();
            }
        } catch (FormatUnavailableException e) {
            LOG.log(Level.DEBUG, "The cover of {0} waits for its format", book.name());
        } catch (IOException | RuntimeException e) {
            if (!stopped.getAsBoolean()) {
                failures.add(book.id(), book.name(), e);
            }
        }
    }

    private static List<Due> some(Connection connection, Delivery delivery, long after) throws SQLException {
        List<Due> some = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select id, name, format, settings, beside from book
                where cover_due = 1 and gone = 0 and delivery = ? and id > ? and status <> 'pending'
                order by id limit ?""")) {
            query.setString(1, delivery.wireName());
            query.setLong(2, after);
            query.setInt(3, PAGE);
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    some.add(new Due(
                            result.getLong(1),
                            result.getString(2),
                            result.getString(3),
                            BookTable.settings(result.getString(4)),
                            result.getString(5)));
                }
            }
        }
        return some;
    }

    /** Returns whether the book still has the picture that the cover is made from. */
    private static boolean put(Connection connection, Due book, Optional<CoverSizes> cover) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update book set cover_due = 0, revision = ? where id = ? and beside = ? and not gone")) {
            update.setLong(1, Counters.nextRevision(connection));
            update.setLong(2, book.id());
            update.setString(3, book.picture());
            if (update.executeUpdate() == 0) {
                return false;
            }
        }
        CoverTable.put(connection, book.id(), cover);
        return true;
    }
}
