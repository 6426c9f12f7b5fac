package netreader.catalogue.internal.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.CatalogueException.Problem;

/**
 * A connection to an SQLite file and the one thread that uses it: a platform thread, since SQLite pins a virtual one.
 * Opening is that thread's first task, so that nobody waits for it who does not need the database.
 */
final class DatabaseThread implements AutoCloseable {
    private static final Logger LOG = System.getLogger(DatabaseThread.class.getName());
    private static final long CLOSE_SECONDS = 5;

    private final ExecutorService thread;
    private final Runnable whenDamaged;
    private final CompletableFuture<Connection> connection;

    /** @param whenDamaged is called, perhaps again and again, when the file turns out to be damaged; must not wait */
    DatabaseThread(String name, Callable<Connection> open, Runnable whenDamaged) {
        this.whenDamaged = whenDamaged;
        this.thread = Executors.newSingleThreadExecutor(task -> {
            Thread daemon = new Thread(task, name);
            daemon.setDaemon(true);
            return daemon;
        });
        this.connection = CompletableFuture.supplyAsync(() -> open(open), thread);
    }

    private static Connection open(Callable<Connection> open) {
        try {
            return open.call();
        } catch (Exception e) {
            throw new Carried(e);
        }
    }

    /** Ends when the connection is open, or with what kept it from opening. */
    CompletableFuture<Connection> opened() {
        return connection;
    }

    /** Runs the task in a transaction of its own and waits for it. */
    <T> T call(Database.Task<T> task) throws CatalogueException {
        try {
            return CompletableFuture.supplyAsync(() -> inTransaction(task), thread)
                    .get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Carried carried && carried.getCause() instanceof CatalogueException known) {
                throw known;
            }
            throw new CatalogueException(Problem.INTERNAL, "The catalogue failed: " + Database.reason(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CatalogueException(Problem.CANCELLED, "The catalogue was interrupted", e);
        } catch (RejectedExecutionException e) {
            throw new CatalogueException(Problem.CANCELLED, "The server is stopping", e);
        }
    }

    private <T> T inTransaction(Database.Task<T> task) {
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
            if (DatabaseFile.isDamage(e)) {
                whenDamaged.run();
            }
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

    /** Takes a checked exception through a future. */
    private static final class Carried extends RuntimeException {
        private static final long serialVersionUID = 1;

        Carried(Exception cause) {
            super(cause);
        }
    }

    /** Waits some seconds for what is under way. */
    @Override
    public void close() {
        thread.execute(() -> {
            try {
                connection.join().close();
            } catch (SQLException | RuntimeException e) {
                LOG.log(Level.DEBUG, "A connection to the catalogue was not closed: {0}", e.getMessage());
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
