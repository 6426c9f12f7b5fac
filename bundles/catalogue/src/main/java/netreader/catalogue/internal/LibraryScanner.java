package netreader.catalogue.internal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import netreader.catalogue.CatalogueException;
import netreader.format.registry.FormatRegistry;

/**
 * Looks at the library again and again on a thread of its own, less often where a look takes longer, and at once when a
 * format has come or gone.
 */
final class LibraryScanner implements AutoCloseable {
    private static final Logger LOG = System.getLogger(LibraryScanner.class.getName());
    private static final long FIRST_FORMAT_MILLIS = 3000;
    private static final long FORMAT_SETTLE_MILLIS = 150;
    /** Two looks so far apart tell whether a file is still being written. */
    private static final long GROWING_MILLIS = 700;

    private static final long FIRST_LOOK_SECONDS = 10;
    /** A jar that is being replaced takes its format away for a moment; the shelf does not flicker. */
    private static final long FORMAT_GONE_MILLIS = 2000;

    private static final int IDLE_TO_BUSY = 20;

    private final Library library;
    private final FormatRegistry formats;
    private final Database database;
    private final Inspections inspections;
    private final Runnable whenChanged;
    private final long rescanMillis;
    private final Reconciliation reconciliation = new Reconciliation();
    private final Map<String, Long> missingSince = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition poked = lock.newCondition();
    private final Thread thread = new Thread(this::run, "netreader-library");
    private final CountDownLatch firstLook = new CountDownLatch(1);
    private boolean lookWanted;
    private volatile boolean stopped;
    private boolean complained;

    LibraryScanner(
            Library library,
            FormatRegistry formats,
            Database database,
            Inspections inspections,
            Runnable whenChanged,
            long rescanMillis) {
        this.library = library;
        this.formats = formats;
        this.database = database;
        this.inspections = inspections;
        this.whenChanged = whenChanged;
        this.rescanMillis = rescanMillis;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Waits until the library has been looked at once, but not for ever. */
    void awaitFirstLook() {
        try {
            if (!firstLook.await(FIRST_LOOK_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "The first look at the library takes long; the shelf is shown as it is");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Something has happened after which the next look is not to be waited for, such as a format that has come. */
    void lookSoon() {
        lock.lock();
        try {
            lookWanted = true;
            poked.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        whenChanged.run(); // the shelf of last time is there
        int looks = 0;
        try {
            if (formats.formats().isEmpty()) {
                waitUnlessWanted(FIRST_FORMAT_MILLIS);
            }
            while (!stopped) {
                long began = System.nanoTime();
                Reconciliation.Outcome outcome = look();
                long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
                if (!outcome.growing() || ++looks > 1) {
                    firstLook.countDown();
                }
                long pause = outcome.growing() ? Math.min(rescanMillis, GROWING_MILLIS) : rescanMillis;
                waitUnlessWanted(Math.max(pause, millis * IDLE_TO_BUSY));
            }
        } catch (InterruptedException e) {
            LOG.log(Level.DEBUG, "The scan has stopped");
        }
    }

    /** Ends after so long, or some moments after a look was wanted: formats seldom come alone. */
    private void waitUnlessWanted(long millis) throws InterruptedException {
        long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
        boolean changed;
        lock.lock();
        try {
            while (!lookWanted && nanos > 0) {
                nanos = poked.awaitNanos(nanos);
            }
            changed = lookWanted;
        } finally {
            lock.unlock();
        }
        if (changed) {
            Thread.sleep(FORMAT_SETTLE_MILLIS);
            lock.lock();
            try {
                lookWanted = false;
            } finally {
                lock.unlock();
            }
        }
    }

    private Reconciliation.Outcome look() {
        try {
            Map<String, Found> found = library.walk();
            long now = System.currentTimeMillis();
            Reconciliation.Outcome outcome = database.write(
                    connection -> reconciliation.reconcile(connection, found, now, format -> mayGo(format, now)));
            if (outcome.changed()) {
                whenChanged.run();
            }
            outcome.toInspect().forEach(inspections::add);
            complained = false;
            return outcome;
        } catch (RuntimeException e) { // the next look may go better; without looks the server would be blind
            if (!stopped) {
                LOG.log(Level.ERROR, "A look at the library failed", e);
            }
        } catch (IOException | CatalogueException e) {
            // The shelf stays as it is: a share that is away for an hour takes no book with it.
            if (!complained && !stopped) {
                LOG.log(Level.WARNING, "The library cannot be read; the shelf stays as it is: {0}", e.toString());
                complained = true;
            }
        }
        return Reconciliation.Outcome.NOTHING;
    }

    private boolean mayGo(String format, long now) {
        if (formats.byName(format).isPresent()) {
            missingSince.remove(format);
            return true;
        }
        return now - missingSince.computeIfAbsent(format, name -> now) > FORMAT_GONE_MILLIS;
    }

    @Override
    public void close() {
        stopped = true;
        thread.interrupt();
    }
}
