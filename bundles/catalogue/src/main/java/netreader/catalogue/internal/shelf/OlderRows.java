package netreader.catalogue.internal.shelf;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.CatalogueException.Problem;
import netreader.catalogue.internal.store.Database;

/**
 * The rows that an older NetReader has written: they come to the shelf in the background, some at a time, so that
 * nobody waits long to write. Any thread.
 */
public final class OlderRows {
    private static final Logger LOG = System.getLogger(OlderRows.class.getName());
    /** So many at a time, in some tenths of a second. */
    private static final int PART = 2000;
    /** How long a query waits for all of them. */
    private static final long PATIENCE_SECONDS = 2;

    private final CompletableFuture<Void> onShelf = new CompletableFuture<>();

    /** Ends each transaction that may write. */
    public boolean catchUp(Connection connection) throws SQLException {
        return onShelf.isDone() ? ShelfTable.catchUp(connection) : ShelfTable.catchUp(connection, PART);
    }

    /**
     * Takes all in; returns when that is done.
     *
     * @param news is called if there were any
     */
    public void takeIn(Database database, Runnable news) {
        try {
            boolean behind = false;
            while (database.read(ShelfTable::isBehind)) {
                behind = true;
                database.write(connection -> true);
            }
            onShelf.complete(null);
            if (behind) {
                database.write(connection -> true); // what was written just now
                news.run();
            }
        } catch (CatalogueException e) { // the next change is another chance
            LOG.log(Level.WARNING, "The shelf may lack books: {0}", e.getMessage());
        } finally {
            giveUp();
        }
    }

    /** Nobody waits any longer. */
    public void giveUp() {
        onShelf.complete(null);
    }

    /** Waits until all are on the shelf, but not for long. */
    public void await() throws CatalogueException {
        try {
            onShelf.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.log(Level.DEBUG, "A part of the shelf is searched; the rest is still to come");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CatalogueException(Problem.CANCELLED, "The catalogue was interrupted", e);
        }
    }
}
