package netreader.catalogue.internal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import netreader.catalogue.CatalogueException;
import netreader.format.registry.FormatUnavailableException;

/** Reads new and changed books one after the other on a thread of its own. */
final class Inspections implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Inspections.class.getName());

    private final Inspector inspector;
    private final Library library;
    private final Database database;
    private final Runnable whenChanged;
    private final Set<Found> waiting = ConcurrentHashMap.newKeySet();
    private final Set<Found> complained = ConcurrentHashMap.newKeySet();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread daemon = new Thread(task, "netreader-inspection");
        daemon.setDaemon(true);
        return daemon;
    });

    Inspections(Inspector inspector, Library library, Database database, Runnable whenChanged) {
        this.inspector = inspector;
        this.library = library;
        this.database = database;
        this.whenChanged = whenChanged;
    }

    /** Adds a book unless it waits already. */
    void add(Reconciliation.Pending book) {
        if (!thread.isShutdown() && waiting.add(book.found())) {
            thread.execute(() -> inspect(book));
        }
    }

    private void inspect(Reconciliation.Pending book) {
        Found found = book.found();
        try {
            Inspection inspection = inspector.inspect(found, library.file(found.name()));
            if (thread.isShutdown()) {
                return; // what an interrupted thread has read says nothing of the book
            }
            database.call(connection -> {
                BookTable.putInspected(connection, book.id(), found.version(), inspection);
                return true;
            });
            complained.remove(found);
            inspection
                    .reason()
                    .ifPresent(reason -> LOG.log(Level.WARNING, "{0} is quarantined: {1}", found.name(), reason));
            whenChanged.run();
        } catch (IOException | FormatUnavailableException | CatalogueException | RuntimeException e) {
            // It stays pending, and the next look at the library brings it here again.
            if (complained.add(found) && !thread.isShutdown()) {
                LOG.log(Level.WARNING, "{0} could not be read: {1}", found.name(), e.toString());
            }
        } finally {
            waiting.remove(found);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
