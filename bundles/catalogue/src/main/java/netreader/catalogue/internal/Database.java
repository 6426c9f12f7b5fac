package netreader.catalogue.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import netreader.catalogue.CatalogueException;

/**
 * An SQLite file with one writer, and readers that never wait for it: they see what was committed when they began. Any
 * thread.
 */
final class Database implements AutoCloseable {
    private static final int READERS = 2;

    /** Work on the database, on a thread of its. */
    @FunctionalInterface
    interface Task<T> {
        T with(Connection connection) throws SQLException, CatalogueException;
    }

    private final DatabaseThread writer;
    private final List<DatabaseThread> readers;
    private final AtomicInteger turn = new AtomicInteger();

    private final Task<?> beforeCommit;

    /** Opens the file in the background. */
    Database(DatabaseFile file, String threadName) {
        this(file, threadName, connection -> true);
    }

    /** @param beforeCommit ends each transaction that may write */
    Database(DatabaseFile file, String threadName, Task<?> beforeCommit) {
        this.beforeCommit = beforeCommit;
        this.writer = new DatabaseThread(threadName, file::openForWriting);
        this.readers = IntStream.range(0, READERS)
                .mapToObj(i -> new DatabaseThread(threadName + "-reader-" + i, () -> {
                    writer.opened().join();
                    return file.openForReading();
                }))
                .toList();
    }

    /** Ends when the database is open, or with what kept it from opening. */
    CompletableFuture<Connection> opened() {
        return writer.opened();
    }

    /** Runs the task, which may write, in a transaction of its own and waits for it. */
    <T> T write(Task<T> task) throws CatalogueException {
        return writer.call(connection -> {
            T result = task.with(connection);
            beforeCommit.with(connection);
            return result;
        });
    }

    /** Runs the task, which only reads, in a transaction of its own and waits for it. */
    <T> T read(Task<T> task) throws CatalogueException {
        return readers.get(Math.floorMod(turn.getAndIncrement(), READERS)).call(task);
    }

    /** What went wrong in the end, under the exceptions that carried it. */
    static String reason(Throwable e) {
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage());
    }

    @Override
    public void close() {
        readers.forEach(DatabaseThread::close);
        writer.close();
    }
}
