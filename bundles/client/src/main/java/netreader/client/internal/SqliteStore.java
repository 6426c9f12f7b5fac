package netreader.client.internal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import netreader.client.Place;
import netreader.protocol.BookRow;
import netreader.protocol.MessageCodec;
import netreader.protocol.ProtocolException;
import netreader.protocol.ShelfChanges;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Remembers in an SQLite file, used by one thread. A reader whose file fails still reads: it says so in the log and
 * remembers nothing more.
 */
final class SqliteStore implements ReaderStore {
    private static final Logger LOG = System.getLogger(SqliteStore.class.getName());
    private static final int SCHEMA = 1;
    private static final long CLOSE_SECONDS = 5;

    private static final List<String> TABLES = List.of(
            "create table device (id text not null)",
            "create table server (address text primary key, catalogue text not null) without rowid",
            "create table catalogue (id text primary key, revision integer not null) without rowid",
            """
            create table book (
                catalogue text not null, id integer not null, row text not null,
                primary key (catalogue, id)) without rowid""",
            """
            create table place (
                catalogue text not null, book integer not null, anchor integer not null, fraction real not null,
                primary key (catalogue, book)) without rowid""",
            """
            create table cover (
                catalogue text not null, book integer not null, version text not null, image blob not null,
                primary key (catalogue, book))""");

    @FunctionalInterface
    private interface Task<T> {
        T with(Connection connection) throws SQLException;
    }

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread daemon = new Thread(task, "netreader-memory");
        daemon.setDaemon(true);
        return daemon;
    });
    private final CompletableFuture<Connection> connection;
    private final CompletableFuture<String> device;

    SqliteStore(Path file) {
        this.connection = CompletableFuture.supplyAsync(() -> open(file), thread);
        this.device = later(SqliteStore::deviceId, UUID.randomUUID().toString());
    }

    @Override
    public String device() {
        return device.join();
    }

    @Override
    public Memory load(String server) {
        return later(
                        open -> {
                            try (PreparedStatement query =
                                    open.prepareStatement("select catalogue from server where address = ?")) {
                                query.setString(1, server);
                                try (ResultSet result = query.executeQuery()) {
                                    return result.next() ? memory(open, result.getString(1)) : Memory.NOTHING;
                                }
                            }
                        },
                        Memory.NOTHING)
                .join();
    }

    @Override
    public Memory switchTo(String server, String catalogue) {
        return later(
                        open -> {
                            update(open, "insert or replace into server values (?, ?)", server, catalogue);
                            return memory(open, catalogue);
                        },
                        new Memory(catalogue, 0, List.of(), Map.of()))
                .join();
    }

    @Override
    public void saveShelf(String catalogue, ShelfChanges changes, long revision) {
        inBackground(open -> {
            for (BookRow row : changes.books()) {
                String json = new String(
                        MessageCodec.body(new ShelfChanges(List.of(row), List.of())), StandardCharsets.UTF_8);
                update(open, "insert or replace into book values (?, ?, ?)", catalogue, row.id(), json);
            }
            for (long id : changes.removed()) {
                update(open, "delete from book where catalogue = ? and id = ?", catalogue, id);
            }
            update(open, "insert or replace into catalogue values (?, ?)", catalogue, revision);
            return true;
        });
    }

    @Override
    public void savePlace(String catalogue, long book, Place place) {
        inBackground(open -> update(
                open,
                "insert or replace into place values (?, ?, ?, ?)",
                catalogue,
                book,
                place.anchor(),
                place.fraction()));
    }

    @Override
    public Optional<byte[]> cover(String catalogue, long book, String version) {
        return later(
                        open -> {
                            try (PreparedStatement query = open.prepareStatement(
                                    "select image from cover where catalogue = ? and book = ? and version = ?")) {
                                query.setString(1, catalogue);
                                query.setLong(2, book);
                                query.setString(3, version);
                                try (ResultSet result = query.executeQuery()) {
                                    return result.next() ? Optional.of(result.getBytes(1)) : Optional.<byte[]>empty();
                                }
                            }
                        },
                        Optional.<byte[]>empty())
                .join();
    }

    @Override
    public void saveCover(String catalogue, long book, String version, byte[] image) {
        inBackground(open ->
                update(open, "insert or replace into cover values (?, ?, ?, ?)", catalogue, book, version, image));
    }

    private static Memory memory(Connection open, String catalogue) throws SQLException {
        List<BookRow> shelf = new ArrayList<>();
        Map<Long, Place> places = new HashMap<>();
        long revision = 0;
        try (PreparedStatement query = open.prepareStatement("select revision from catalogue where id = ?")) {
            query.setString(1, catalogue);
            try (ResultSet result = query.executeQuery()) {
                if (result.next()) {
                    revision = result.getLong(1);
                }
            }
        }
        try (PreparedStatement query = open.prepareStatement("select row from book where catalogue = ?")) {
            query.setString(1, catalogue);
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    byte[] json = result.getString(1).getBytes(StandardCharsets.UTF_8);
                    shelf.addAll(MessageCodec.readShelf(json).books());
                }
            }
        } catch (ProtocolException e) {
            shelf.clear(); // written by another version: the server sends it again
            revision = 0;
        }
        try (PreparedStatement query =
                open.prepareStatement("select book, anchor, fraction from place where catalogue = ?")) {
            query.setString(1, catalogue);
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    places.put(result.getLong(1), new Place(result.getLong(2), result.getDouble(3)));
                }
            }
        }
        return new Memory(catalogue, revision, shelf, places);
    }

    private static String deviceId(Connection open) throws SQLException {
        try (Statement statement = open.createStatement();
                ResultSet result = statement.executeQuery("select id from device")) {
            if (result.next()) {
                return result.getString(1);
            }
        }
        String made = UUID.randomUUID().toString();
        update(open, "insert into device values (?)", made);
        return made;
    }

    private static boolean update(Connection open, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = open.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate() > 0;
        }
    }

    private void inBackground(Task<Boolean> task) {
        var unused = later(task, false);
    }

    /** Runs the task in a transaction of its own; what it gives when the file fails is the fallback. */
    private <T> CompletableFuture<T> later(Task<T> task, T fallback) {
        try {
            return CompletableFuture.supplyAsync(() -> inTransaction(task), thread)
                    .exceptionally(e -> {
                        LOG.log(
                                Level.WARNING,
                                "The reading state could not be kept: {0}",
                                String.valueOf(e.getMessage()));
                        return fallback;
                    });
        } catch (RejectedExecutionException e) { // closed: who still asks does without
            return CompletableFuture.completedFuture(fallback);
        }
    }

    private <T> T inTransaction(Task<T> task) {
        Connection open = connection.join();
        try {
            T result = task.with(open);
            open.commit();
            return result;
        } catch (SQLException e) {
            rollBack(open);
            throw new CompletionException(e);
        } catch (RuntimeException e) {
            rollBack(open);
            throw e;
        }
    }

    private static void rollBack(Connection open) {
        try {
            open.rollback();
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "A transaction was not rolled back: {0}", e.getMessage());
        }
    }

    private static Connection open(Path file) {
        try {
            try {
                return connect(file);
            } catch (SQLiteException e) {
                if (e.getResultCode() != SQLiteErrorCode.SQLITE_CORRUPT
                        && e.getResultCode() != SQLiteErrorCode.SQLITE_NOTADB) {
                    throw e;
                }
                setAside(file);
                return connect(file);
            }
        } catch (SQLException | IOException e) {
            throw new CompletionException(e);
        }
    }

    /** A damaged file is kept for whoever wants to look at it; the server sends the shelf again. */
    private static void setAside(Path file) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged-" + System.currentTimeMillis());
        Files.move(file, aside);
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-wal"));
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-shm"));
        LOG.log(Level.WARNING, "The reading state was damaged; it was set aside as {0} and is made anew", aside);
    }

    private static Connection connect(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setBusyTimeout(5000);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        Connection opened = source.getConnection();
        try (Statement statement = opened.createStatement()) {
            opened.setAutoCommit(false);
            int version;
            try (ResultSet result = statement.executeQuery("pragma user_version")) {
                version = result.getInt(1);
            }
            if (version == 0) {
                for (String table : TABLES) {
                    statement.execute(table);
                }
                statement.execute("pragma user_version = " + SCHEMA);
            }
            opened.commit();
            return opened;
        } catch (SQLException e) {
            opened.close();
            throw e;
        }
    }

    @Override
    public void close() {
        thread.execute(() -> {
            try {
                connection.join().close();
            } catch (SQLException | RuntimeException e) {
                LOG.log(Level.DEBUG, "The reading state was not closed: {0}", e.getMessage());
            }
        });
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "The reading state is still being written; the reader ends without waiting");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
