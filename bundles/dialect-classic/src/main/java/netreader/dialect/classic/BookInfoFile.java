package netreader.dialect.classic;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import netreader.catalogue.Catalogue;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.CatalogueException.Problem;

/**
 * The report's catalogue as a file, made when it is asked for and kept until the shelf changes. One at a time is made,
 * on a platform thread of its own.
 */
final class BookInfoFile implements AutoCloseable {
    /** A digest that comes after the file would make clients fetch again what they have. */
    private static final Duration DIGEST_PATIENCE = Duration.ofSeconds(10);

    private record Made(long revision, ByteBuffer bytes) {}

    private final Catalogue catalogue;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread daemon = new Thread(task, "netreader-classic-catalogue");
        daemon.setDaemon(true);
        return daemon;
    });
    private volatile Made last = new Made(-1, ByteBuffer.allocate(0));

    BookInfoFile(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The bytes of the SQLite file. Any thread; waits. */
    ByteBuffer bytes() throws CatalogueException {
        Made made = last;
        if (made.revision() != catalogue.revision()) {
            made = made();
        }
        return made.bytes().duplicate();
    }

    private Made made() throws CatalogueException {
        try {
            return thread.submit(this::make).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CatalogueException known) {
                throw known;
            }
            throw new CatalogueException(Problem.INTERNAL, "The classic catalogue cannot be made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CatalogueException(Problem.CANCELLED, "The server was interrupted", e);
        } catch (RejectedExecutionException e) {
            throw new CatalogueException(Problem.CANCELLED, "The server is stopping", e);
        }
    }

    private Made make() throws CatalogueException, InterruptedException, SQLException {
        if (last.revision() != catalogue.revision()) { // else who waited before has had it made
            ShelfCopy shelf = new ShelfCopy(catalogue);
            shelf.catchUp(DIGEST_PATIENCE);
            last = new Made(shelf.revision(), BookInfoTable.file(shelf.books()));
        }
        return last;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
