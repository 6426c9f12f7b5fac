package netreader.client.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import netreader.client.internal.store.SqliteFile;

/**
 * Writes places in one transaction, at most every second: pages may be turned faster than a disk writes, and a kill costs
 * no more than that second. Any thread.
 */
final class PlaceWriter {
    private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private record Key(String catalogue, long book) {}

    private final SqliteFile file;
    private final Map<Key, KeptPlace> waiting = new HashMap<>();
    private boolean writeIsComing;
    private long lastWrite = System.nanoTime() - EVERY_NANOS;

    PlaceWriter(SqliteFile file) {
        this.file = file;
    }

    synchronized void save(String catalogue, long book, KeptPlace kept) {
        waiting.put(new Key(catalogue, book), kept);
        if (!writeIsComing) {
            writeIsComing = true;
            long pause = Math.max(0, EVERY_NANOS - (System.nanoTime() - lastWrite));
            Executor later = CompletableFuture.delayedExecutor(pause, TimeUnit.NANOSECONDS);
            later.execute(this::writeSoon);
        }
    }

    /**
     * Has what waits written; where that fails it goes on waiting, for the next place that is saved.
     *
     * @return ends when it was written or has failed
     */
    CompletableFuture<Void> write() {
        Map<Key, KeptPlace> now = begin();
        if (now.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        return file.later(open -> write(open, now), false).thenAccept(written -> {
            if (written) {
                forget(now);
            }
        });
    }

    private void writeSoon() {
        var unused = write();
    }

    private synchronized Map<Key, KeptPlace> begin() {
        writeIsComing = false;
        lastWrite = waiting.isEmpty() ? lastWrite : System.nanoTime();
        return Map.copyOf(waiting);
    }

    private synchronized void forget(Map<Key, KeptPlace> written) {
        written.forEach(waiting::remove);
    }

    private static boolean write(Connection open, Map<Key, KeptPlace> places) throws SQLException {
        for (Map.Entry<Key, KeptPlace> entry : places.entrySet()) {
            PlaceTable.put(open, entry.getKey().catalogue(), entry.getKey().book(), entry.getValue());
        }
        return true;
    }
}
