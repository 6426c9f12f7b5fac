package netreader.client.internal.store;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * An SQLite file and the one thread that uses it. A file that fails costs no more than what it would have remembered:
 * the log says so, and who asks gets a fallback. Any thread.
 */
public final class SqliteFile implements AutoCloseable {
    private static final Logger LOG = System.getLogger(SqliteFile.class.getName());
    private static final long CLOSE_SECONDS = 5;
    /** Another process of the same person may be writing. */
    private static final int BUSY_MILLIS = 5000;

    /** Work in a transaction of its own. */
    @FunctionalInterface
    public interface Task<T> {
        T with(Connection connection) throws SQLException;
    }

    private final Path file;
    private final String what;
    private final List<List<String>> versions;
    private final ExecutorService thread;
    /** Another one when the file turned out to be damaged; that thread alone puts it there. */
    private volatile CompletableFuture<Connection> connection;

    /**
     * Opens the file in the background.
     *
     * @param what it holds, for the log: "the reading state"
     * @param threadName of the one thread
     * @param versions what makes the tables, and for each later version what makes them out of those before it
     */
    public SqliteFile(Path file, String what, String threadName, List<List<String>> versions) {
        this.file = file;
        this.what = what;
        this.versions = List.copyOf(versions);
        this.thread = Executors.newSingleThreadExecutor(task -> {
            Thread daemon = new Thread(task, threadName);
            daemon.setDaemon(true);
            return daemon;
        });
        this.connection = CompletableFuture.supplyAsync(this::open, thread);
    }

    /** Runs the task after those before it. What it gives when the file fails, or is closed, is the fallback. */
    public <T> CompletableFuture<T> later(Task<T> task, T fallback) {
        try {
            return CompletableFuture.supplyAsync(() -> inTransaction(task), thread)
                    .exceptionally(e -> {
                        LOG.log(Level.WARNING, "{0} could not be kept: {1}", what, String.valueOf(e.getMessage()));
                        return fallback;
                    });
        } catch (RejectedExecutionException e) { // closed: who still asks does without
            return CompletableFuture.completedFuture(fallback);
        }
    }

    /** Runs the task soon; nobody waits for it. */
    public void inBackground(Task<Boolean> task) {
        var unused = later(task, false);
    }

    /** @return whether a row was changed */
    public static boolean update(Connection open, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = open.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate() > 0;
        }
    }

    private <T> T inTransaction(Task<T> task) {
        Connection open = connection.join();
        try {
            return inTransaction(open, task);
        } catch (SQLException e) {
            if (!isDamage(e)) {
                throw new CompletionException(e);
            }
        }
        try {
            open.close();
            Connection anew = makeAnew();
            connection = CompletableFuture.completedFuture(anew);
            return inTransaction(anew, task);
        } catch (SQLException | IOException e) {
            throw new CompletionException(e);
        }
    }

    private static <T> T inTransaction(Connection open, Task<T> task) throws SQLException {
        try {
            T result = task.with(open);
            open.commit();
            return result;
        } catch (SQLException e) {
            rollBack(open);
            throw e;
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
            beginAnew(open);
        }
    }

    /** On a full disk SQLite itself has ended the transaction, and without one every task after it would fail. */
    private static void beginAnew(Connection open) {
        try {
            open.setAutoCommit(true);
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "There was no transaction: {0}", e.getMessage());
        }
        try {
            open.setAutoCommit(false);
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "No transaction was begun: {0}", e.getMessage());
        }
    }

    private Connection open() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try {
                return connect();
            } catch (SQLException e) {
                if (!isDamage(e)) {
                    throw e;
                }
                return makeAnew();
            }
        } catch (SQLException | IOException e) {
            throw new CompletionException(e);
        }
    }

    /** The file was written by something else; that may show at once, or when a part is read that nobody needed before. */
    private static boolean isDamage(SQLException failure) {
        if (failure instanceof SQLiteException known) {
            int code = known.getResultCode().code & 0xFF; // without the details
            return code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code;
        }
        return false;
    }

    /** A damaged file is kept for whoever wants to look at it. */
    private Connection makeAnew() throws SQLException, IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged-" + System.currentTimeMillis());
        Files.move(file, aside);
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-wal"));
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-shm"));
        LOG.log(Level.WARNING, "The file of {0} was damaged; it was set aside as {1} and is made anew", what, aside);
        return connect();
    }

    private Connection connect() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setBusyTimeout(BUSY_MILLIS);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        Connection opened = source.getConnection();
        try (Statement statement = opened.createStatement()) {
            opened.setAutoCommit(false);
            int found;
            try (ResultSet result = statement.executeQuery("pragma user_version")) {
                found = result.getInt(1);
            }
            for (int version = found; version < versions.size(); version++) {
                for (String sql : versions.get(version)) {
                    statement.execute(sql);
                }
                statement.execute("pragma user_version = " + (version + 1));
            }
            opened.commit();
            return opened;
        } catch (SQLException e) {
            opened.close();
            throw e;
        }
    }

    /** Waits until everything is saved. */
    @Override
    public void close() {
        thread.execute(() -> {
            try {
                connection.join().close();
            } catch (SQLException | RuntimeException e) {
                LOG.log(Level.DEBUG, "The file of {0} was not closed: {1}", what, e.getMessage());
            }
        });
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "{0} is still being written; the reader ends without waiting", what);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
