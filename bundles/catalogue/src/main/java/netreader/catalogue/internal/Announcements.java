package netreader.catalogue.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import netreader.catalogue.Catalogue;
import netreader.catalogue.CatalogueException;

/** Tells listeners of new revisions some times a second at the most, the first one at once. Any thread. */
final class Announcements implements AutoCloseable {
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private static final Logger LOG = System.getLogger(Announcements.class.getName());

    /** Where the revision is found. */
    interface Source {
        long revision() throws CatalogueException;
    }

    private final Source source;
    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile long last = System.nanoTime() - PAUSE_NANOS;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread daemon = new Thread(task, "netreader-catalogue-news");
        daemon.setDaemon(true);
        return daemon;
    });

    /** @param source is asked, and listeners are told, on a thread of its own */
    Announcements(Source source) {
        this.source = source;
    }

    Catalogue.Listening listen(LongConsumer listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
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
        long reached;
        try {
            reached = source.revision();
        } catch (CatalogueException e) {
            LOG.log(Level.DEBUG, "The revision is not known: {0}", e.getMessage());
            return;
        }
        for (LongConsumer listener : listeners) {
            try {
                listener.accept(reached);
            } catch (RuntimeException e) { // the others hear of it all the same
                LOG.log(Level.WARNING, "A listener failed on a new revision", e);
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
