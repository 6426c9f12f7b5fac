package netreader.catalogue.internal.positions;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.internal.store.Database;
import netreader.catalogue.internal.store.DatabaseFile;
import org.sqlite.SQLiteDataSource;

/**
 * Fills a file of the readers' places that was just made because the one before it was damaged: with what can still be
 * read of that one, and with what the newest backup has besides.
 *
 * @param file of the places
 * @param backups folders with files of that name
 */
record PositionRescue(Path file, Path backups, Database database) {
    private static final String POSITIONS =
            "select position.*, %1$s as device_name from position order by reader %2$s, book %2$s, device %2$s";
    /** The second is for a file in which the names of devices cannot be read. */
    private static final List<String> DEVICE_NAMES =
            List.of("coalesce((select name from device where id = position.device), '')", "''");

    private static final Logger LOG = System.getLogger(PositionRescue.class.getName());

    /**
     * What was read of a file.
     *
     * @param catalogue whose numbers the books have; empty if that could not be read
     */
    private record Saved(String catalogue, Set<PositionBooks.Remembered> books, Set<PositionTable.Row> rows) {
        static final Saved NOTHING = new Saved("", Set.of(), Set.of());
    }

    /** Does nothing where places were kept before. */
    void fill() throws CatalogueException {
        if (!database.read(PositionBooks::state).catalogue().isEmpty()) {
            return;
        }
        Optional<Path> damaged =
                newest(file.toAbsolutePath().getParent(), file.getFileName() + DatabaseFile.DAMAGED + "*[0-9]");
        if (damaged.isEmpty()) {
            return;
        }
        Saved saved = read(damaged.get());
        Saved older = newest(backups, "[0-9]*[0-9o]")
                .map(backup -> read(backup.resolve(file.getFileName())))
                .filter(backup ->
                        saved.catalogue().isEmpty() || saved.catalogue().equals(backup.catalogue()))
                .orElse(Saved.NOTHING); // in another catalogue the numbers are those of other books
        put(older); // the newer names of books come last; of places the counts decide
        put(saved);
        LOG.log(
                Level.WARNING,
                "Of the readers'' places {0} were read from the damaged file, and {1} from a backup",
                saved.rows().size(),
                older.rows().size());
    }

    /** The one whose name is the last, since their names are times. */
    private static Optional<Path> newest(Path folder, String glob) {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder, glob)) {
                paths.forEach(found::add);
            } catch (IOException e) {
                LOG.log(Level.WARNING, "{0} cannot be read: {1}", folder, e.getMessage());
            }
        }
        return found.stream().max(Comparator.naturalOrder());
    }

    private void put(Saved saved) throws CatalogueException {
        Set<Long> known =
                saved.books().stream().map(PositionBooks.Remembered::id).collect(Collectors.toSet());
        database.write(connection -> {
            PositionBooks.put(connection, saved.books());
            // The place in a book of which nothing is known but a number may be one in any book.
            PositionTable.put(
                    connection,
                    saved.rows().stream()
                            .filter(row -> known.contains(row.book()))
                            .toList());
            return true;
        });
    }

    private static Saved read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Saved.NOTHING;
        }
        Set<PositionBooks.Remembered> books = new LinkedHashSet<>();
        Set<PositionTable.Row> rows = new LinkedHashSet<>();
        String catalogue = "";
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file);
        try (Connection connection = source.getConnection()) {
            for (String direction : List.of("asc", "desc")) {
                readAll(
                        connection,
                        "select id, name, size, sha256 from book order by id " + direction,
                        row -> books.add(new PositionBooks.Remembered(
                                row.getLong(1),
                                Objects.requireNonNull(row.getString(2)),
                                row.getLong(3),
                                Optional.ofNullable(row.getString(4)))));
                for (String deviceName : DEVICE_NAMES) {
                    String sql = POSITIONS.formatted(deviceName, direction);
                    readAll(
                            connection,
                            sql,
                            row -> rows.add(new PositionTable.Row(row.getLong("book"), PositionTable.position(row))));
                }
            }
            catalogue = PositionBooks.state(connection).catalogue();
        } catch (SQLException | RuntimeException e) {
            LOG.log(Level.DEBUG, "{0} is read no further: {1}", file, e.getMessage());
        }
        return new Saved(catalogue, books, rows);
    }

    private interface Taking {
        void take(ResultSet row) throws SQLException;
    }

    /** Takes rows until there are no more, or the first that cannot be read. */
    private static void readAll(Connection connection, String sql, Taking taking) {
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                taking.take(row);
            }
        } catch (SQLException | RuntimeException e) {
            LOG.log(Level.DEBUG, "A damaged file is read no further in this direction: {0}", e.getMessage());
        }
    }
}
