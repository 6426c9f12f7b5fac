package netreader.catalogue.internal;

import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tells of changes some times a second at the most, the first one at once. Any thread. */
final class Announcements implements AutoCloseable {
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final Runnable announce;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile long last = System.nanoTime() - PAUSE_NANOS;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread daemon = new Thread(task, "netreader-catalogue-news");
        daemon.setDaemon(true);
        return daemon;
    });

    /** @param announce is called on a thread of its own, after every change that was told before */
    Announcements(Runnable announce) {
        this.announce = announce;
    }

    /** There is something new. */
    void changed() {
        if (waiting.compareAndSet(false, true)) {
            long pause = Math.max(0, last + PAUSE_NANOS - System.nanoTime());
            try {
                var unused = thread.schedule(this::tell, pause, TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException e) {
                // The catalogue is being closed.
            }
        }
    }

    private void tell() {
        last = System.nanoTime();
        waiting.set(false); // what changes from now on is told next time
        announce.run();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
