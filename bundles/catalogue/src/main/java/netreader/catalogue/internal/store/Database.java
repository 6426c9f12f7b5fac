package netreader.catalogue.internal.store;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.CatalogueException.Problem;

/**
 * An SQLite file with one writer, and readers that never wait for it: they see what was committed when they began. Any
 * thread.
 */
public final class Database implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Database.class.getName());
    private static final int READERS = 2;

    /** Work on the database, on a thread of its. */
    @FunctionalInterface
    public interface Task<T> {
        T with(Connection connection) throws SQLException, CatalogueException;
    }

    private final DatabaseFile file;
    private volatile boolean removed;
    private final CompletableFuture<Void> damaged = new CompletableFuture<>();
    private final DatabaseThread writer;
    private final List<DatabaseThread> readers;
    private final AtomicInteger turn = new AtomicInteger();

    private final Task<?> beforeCommit;

    /** Opens the file in the background. */
    public Database(DatabaseFile file, String threadName) {
        this(file, threadName, connection -> true);
    }

    /** @param beforeCommit ends each transaction that may write */
    public Database(DatabaseFile file, String threadName, Task<?> beforeCommit) {
        this.beforeCommit = beforeCommit;
        this.file = file;
        this.writer = new DatabaseThread(threadName, file::openForWriting, this::foundDamaged);
        this.readers = IntStream.range(0, READERS)
                .mapToObj(i -> new DatabaseThread(
                        threadName + "-reader-" + i,
                        () -> {
                            writer.opened().join();
                            return file.openForReading();
                        },
                        this::foundDamaged))
                .toList();
    }

    private void foundDamaged() {
        damaged.complete(null);
    }

    /** Ends when the file turns out to be damaged. Whoever hears of it closes the database, and opens it again. */
    public CompletableFuture<Void> damaged() {
        return damaged;
    }

    /** Reads all that is in the file, on a connection of its own, since that may take long; damage is known then. */
    public void check() throws CatalogueException {
        try (Connection own = file.openForReading()) {
            DatabaseFile.check(own);
        } catch (SQLException e) {
            if (DatabaseFile.isDamage(e)) {
                foundDamaged();
            }
            throw new CatalogueException(Problem.INTERNAL, "The file was not checked: " + e.getMessage(), e);
        }
    }

    /** Ends when the database is open, or with what kept it from opening. */
    public CompletableFuture<Connection> opened() {
        return writer.opened();
    }

    /** Runs the task, which may write, in a transaction of its own and waits for it. */
    public <T> T write(Task<T> task) throws CatalogueException {
        return writer.call(connection -> {
            T result = task.with(connection);
            beforeCommit.with(connection);
            return result;
        });
    }

    /** Runs the task, which only reads, in a transaction of its own and waits for it. */
    public <T> T read(Task<T> task) throws CatalogueException {
        return readers.get(Math.floorMod(turn.getAndIncrement(), READERS)).call(task);
    }

    private void writeAgain() {
        try {
            writer.call(connection -> {
                file.writeAgain(connection);
                return true;
            });
        } catch (CatalogueException e) {
            LOG.log(Level.ERROR, "{0} could not be written again: {1}", file.what(), e.getMessage());
        }
    }

    /** What went wrong in the end, under the exceptions that carried it. */
    public static String reason(Throwable e) {
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage());
    }

    /**
     * Writes the file again if somebody has removed it: SQLite goes on with what is no file any more, and after a stop all
     * would be gone. Whoever follows {@link #damaged} then opens the database again.
     */
    public void restoreIfRemoved() throws CatalogueException {
        if (file.isThere()) {
            return;
        }
        removed = true; // from here on, so that closing writes it once more
        writer.call(connection -> {
            file.writeAgain(connection);
            return true;
        });
        LOG.log(Level.WARNING, "{0} was removed while it was open; it was written again", file.what());
        foundDamaged();
    }

    /** A file that is damaged is set aside; one that was removed gets also what was written at the very last. */
    @Override
    public void close() {
        readers.forEach(DatabaseThread::close);
        removed |=
                !file.isThere() && writer.opened().isDone() && !writer.opened().isCompletedExceptionally();
        if (removed) {
            writeAgain();
        }
        writer.close();
        if (damaged.isDone() && !removed) {
            try {
                file.setAside();
            } catch (IOException e) {
                LOG.log(Level.ERROR, "A damaged file cannot be set aside: {0}", e.toString());
            }
        }
    }
}
