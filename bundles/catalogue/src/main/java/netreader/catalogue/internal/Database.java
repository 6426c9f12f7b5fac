package netreader.catalogue.internal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.CatalogueException.Problem;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The SQLite file and the one thread that uses it: a platform thread, since SQLite pins a virtual one. Opening is that
 * thread's first task, so that nobody waits for it who does not need the database.
 */
final class Database implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Database.class.getName());
    private static final int SCHEMA = 2;
    private static final long CLOSE_SECONDS = 5;

    /** Work on the database, on its thread. */
    @FunctionalInterface
    interface Task<T> {
        T with(Connection connection) throws SQLException, CatalogueException;
    }

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread daemon = new Thread(task, "netreader-catalogue");
        daemon.setDaemon(true);
        return daemon;
    });
    private final CompletableFuture<Connection> connection;

    Database(Path file) {
        this.connection = CompletableFuture.supplyAsync(() -> open(file), thread);
    }

    /** Ends when the database is open, or with what kept it from opening. */
    CompletableFuture<Connection> opened() {
        return connection;
    }

    /** Runs the task in a transaction of its own and waits for it. */
    <T> T call(Task<T> task) throws CatalogueException {
        try {
            return CompletableFuture.supplyAsync(() -> inTransaction(task), thread)
                    .get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Carried carried && carried.getCause() instanceof CatalogueException known) {
                throw known;
            }
            throw new CatalogueException(Problem.INTERNAL, "The catalogue failed: " + reason(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CatalogueException(Problem.CANCELLED, "The catalogue was interrupted", e);
        } catch (RejectedExecutionException e) {
            throw new CatalogueException(Problem.CANCELLED, "The server is stopping", e);
        }
    }

    private <T> T inTransaction(Task<T> task) {
        Connection open = connection.join();
        try {
            try {
                T result = task.with(open);
                open.commit();
                return result;
            } catch (SQLException | CatalogueException | RuntimeException | Error e) {
                rollBack(open);
                throw e;
            }
        } catch (SQLException | CatalogueException e) {
            throw new Carried(e);
        }
    }

    private static void rollBack(Connection open) throws SQLException {
        try {
            open.rollback();
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "A transaction was not rolled back: {0}", e.getMessage());
            beginAnew(open);
        }
    }

    /** On a full disk SQLite itself has ended the transaction, and without one every task after it would fail. */
    private static void beginAnew(Connection open) throws SQLException {
        try {
            open.setAutoCommit(true);
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "There was no transaction: {0}", e.getMessage());
        }
        open.setAutoCommit(false);
    }

    /** What went wrong in the end, under the exceptions that carried it. */
    static String reason(Throwable e) {
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage());
    }

    /** Takes a checked exception through a future. */
    private static final class Carried extends RuntimeException {
        private static final long serialVersionUID = 1;

        Carried(Exception cause) {
            super(cause);
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
            throw new Carried(e);
        }
    }

    /** A damaged catalogue is kept for whoever wants to look at it; the library is scanned anew. */
    private static void setAside(Path file) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged-" + System.currentTimeMillis());
        Files.move(file, aside);
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-wal"));
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-shm"));
        LOG.log(Level.WARNING, "The catalogue was damaged; it was set aside as {0} and is made anew", aside);
    }

    private static Connection connect(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setBusyTimeout(5000);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        Connection opened = source.getConnection();
        try {
            opened.setAutoCommit(false);
            migrate(opened);
            return opened;
        } catch (SQLException e) {
            opened.close();
            throw e;
        }
    }

    private static void migrate(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int version;
            try (ResultSet row = statement.executeQuery("pragma user_version")) {
                version = row.getInt(1);
            }
            if (version > SCHEMA) {
                throw new SQLException("the catalogue was written by a newer NetReader (schema " + version + ")");
            }
            if (version < 1) {
                run(statement, Schema.VERSION_1);
            }
            if (version < 2) {
                run(statement, Schema.VERSION_2);
            }
            statement.execute("pragma user_version = " + SCHEMA);
            connection.commit();
        }
    }

    private static void run(Statement statement, List<String> commands) throws SQLException {
        for (String sql : commands) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        thread.execute(() -> {
            try {
                connection.join().close();
            } catch (SQLException | RuntimeException e) {
                LOG.log(Level.WARNING, "The catalogue was not closed: {0}", e.getMessage());
            }
        });
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "The catalogue is still busy; the server stops without waiting for it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
