package netreader.catalogue.internal.scan;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.internal.inspect.WorkerUnavailableException;
import netreader.catalogue.internal.store.BookNames;
import netreader.catalogue.internal.store.Database;
import netreader.catalogue.internal.store.NoteTable;

/** The books that could not be read a moment ago; they wait before they are tried again. Any thread. */
final class FailedReadings {
    private static final Logger LOG = System.getLogger(FailedReadings.class.getName());
    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final Database database;
    /** When reading a book failed, by {@link System#nanoTime()}. */
    private final Map<Long, Long> failed = new ConcurrentHashMap<>();

    FailedReadings(Database database) {
        this.database = database;
    }

    boolean mayRead(long book) {
        Long failure = failed.get(book);
        return failure == null || System.nanoTime() - failure >= RETRY_NANOS;
    }

    void forget(long book) {
        failed.remove(book);
    }

    /** The book stays as it is, and is read after a later look at the library. */
    void add(long book, String name, Exception e) {
        if (failed.put(book, System.nanoTime()) == null && !(e instanceof WorkerUnavailableException)) {
            LOG.log(Level.WARNING, "{0} could not be read: {1}", BookNames.shown(name), BookNames.shown(e.toString()));
            note(book, "It could not be read: " + e.getMessage());
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
}
