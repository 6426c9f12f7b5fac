package netreader.client.internal;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import netreader.client.ClientException;
import netreader.client.ShelfBook;

/**
 * The book on the server from which a copy is fetched. It may get another version, or another place in the library,
 * with the same contents. Any thread.
 */
final class Origin {
    /** Gives a book of the shelf that has, or may soon turn out to have, the contents of another one. */
    interface Shelf {
        /** @throws ClientException CHANGED if there is none */
        ShelfBook sameContents(ShelfBook book) throws ClientException;
    }

    /** So often in a row a book may have gone from where the shelf says that it is. */
    private static final int MOST_MOVES = 20;

    private final Shelf shelf;
    private final AtomicInteger moves = new AtomicInteger();
    private final AtomicLong hereAtMove = new AtomicLong();
    private volatile ShelfBook book;

    Origin(ShelfBook book, Shelf shelf) {
        this.book = book;
        this.shelf = shelf;
    }

    ShelfBook book() {
        return book;
    }

    /**
     * The server says that it has not got that version of the book any more: looks for its contents elsewhere.
     *
     * @param here bytes of the copy that are here
     * @throws ClientException CHANGED if they are not there any more, or the server has them nowhere although it says so
     */
    void lost(ShelfBook version, long here) throws ClientException {
        if (!book.equals(version)) {
            return;
        }
        if (hereAtMove.getAndSet(here) != here) {
            moves.set(0);
        }
        if (moves.incrementAndGet() > MOST_MOVES) {
            throw new ClientException("CHANGED", version.name() + " is not where the server says that it is");
        }
        book = shelf.sameContents(version);
    }
}
