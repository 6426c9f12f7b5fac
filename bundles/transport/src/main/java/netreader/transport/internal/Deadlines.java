package netreader.transport.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * One timer for all connections of a component: blocking channels know no timeout, so it ends those that are late. A
 * deadline costs a write to a field, and is kept to a tenth of a second.
 */
final class Deadlines implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Deadlines.class.getName());
    private static final long TICK_MILLIS = 100;

    private final Set<SocketConnection> watched = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "netreader-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    Deadlines() {
        var unused = timer.scheduleAtFixedRate(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    void watch(SocketConnection connection) {
        watched.add(connection);
    }

    void forget(SocketConnection connection) {
        watched.remove(connection);
    }

    private void tick() {
        long now = System.nanoTime();
        for (SocketConnection connection : watched) {
            try {
                connection.endIfLate(now);
            } catch (RuntimeException | Error e) { // the timer would stop, and with it all limits
                LOG.log(Level.ERROR, "A limit of a connection could not be kept", e);
            }
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
