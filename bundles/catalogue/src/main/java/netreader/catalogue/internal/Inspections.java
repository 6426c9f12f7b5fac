package netreader.catalogue.internal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import netreader.catalogue.CatalogueException;
import netreader.format.Delivery;
import netreader.format.registry.FormatUnavailableException;

/**
 * Reads new and changed books: texts one after the other on one thread, and books whose files go to their readers on
 * another, since those may take long.
 */
final class Inspections implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Inspections.class.getName());

    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final Inspector inspector;
    private final Library library;
    private final Database database;
    private final Runnable whenChanged;
    private final Set<Found> waiting = ConcurrentHashMap.newKeySet();
    /** When reading a book failed, by {@link System#nanoTime()}. */
    private final Map<Found, Long> failed = new ConcurrentHashMap<>();

    private final ExecutorService texts = thread("netreader-inspection-texts");
    private final ExecutorService files = thread("netreader-inspection-files");

    Inspections(Inspector inspector, Library library, Database database, Runnable whenChanged) {
        this.inspector = inspector;
        this.library = library;
        this.database = database;
        this.whenChanged = whenChanged;
    }

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(task -> {
            Thread daemon = new Thread(task, name);
            daemon.setDaemon(true);
            return daemon;
        });
    }

    /** Adds a book unless it waits already, or could not be read a moment ago. */
    void add(Reconciliation.Pending book) {
        Long failure = failed.get(book.found());
        boolean tooSoon = failure != null && System.nanoTime() - failure < RETRY_NANOS;
        ExecutorService thread = book.found().delivery() == Delivery.PAGES ? texts : files;
        if (!tooSoon && !thread.isShutdown() && waiting.add(book.found())) {
            thread.execute(() -> inspect(book));
        }
    }

    /** The next look may add the book, also if it could not be read a moment ago. */
    void forgetFailure(String name) {
        failed.keySet().removeIf(found -> found.name().equals(name));
    }

    /** Tidies up before the first book. */
    void removeUnused(FormatFolders folders) {
        texts.execute(() -> folders.removeUnused(database));
    }

    private void inspect(Reconciliation.Pending book) {
        Found found = book.found();
        try {
            Path file = library.file(found.name());
            Map<String, String> settings = database.read(connection -> BookTable.settings(connection, book.id()));
            Inspection inspection = inspector.inspect(found.name(), found.format(), file, settings);
            Digests digests = Digests.of(file); // last: reading all of a file is in vain while nobody can inspect it
            if (files.isShutdown()) {
                return; // what an interrupted thread has read says nothing of the book
            }
            database.write(connection -> {
                BookTable.ReadAs as = new BookTable.ReadAs(found.version(), settings, found.provider());
                BookTable.putInspected(connection, book.id(), as, Optional.of(digests), inspection);
                return true;
            });
            failed.remove(found);
            inspection
                    .reason()
                    .ifPresent(reason -> LOG.log(Level.WARNING, "{0} is quarantined: {1}", found.name(), reason));
            whenChanged.run();
        } catch (FormatUnavailableException e) {
            LOG.log(Level.DEBUG, "{0} waits for its format", found.name()); // the next look brings it here again
        } catch (IOException | CatalogueException | RuntimeException e) {
            // It stays pending, and a later look at the library brings it here again.
            if (failed.put(found, System.nanoTime()) == null
                    && !files.isShutdown()
                    && !(e instanceof WorkerUnavailableException)) {
                LOG.log(Level.WARNING, "{0} could not be read: {1}", found.name(), e.toString());
                note(book.id(), "It could not be read: " + e.getMessage());
            }
        } finally {
            waiting.remove(found);
        }
    }

    private void note(long book, String sentence) {
        try {
            database.write(connection -> {
                NoteTable.add(connection, book, sentence);
                return true;
            });
        } catch (CatalogueException e) {
            LOG.log(Level.DEBUG, "What happened to a book is not noted: {0}", e.getMessage());
        }
    }

    @Override
    public void close() {
        texts.shutdownNow();
        files.shutdownNow();
    }
}
