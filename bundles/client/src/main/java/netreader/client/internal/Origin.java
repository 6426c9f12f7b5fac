package netreader.client.internal;

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

    private final Shelf shelf;
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
     * @throws ClientException CHANGED if they are not there any more
     */
    void lost(ShelfBook version) throws ClientException {
        if (book.equals(version)) {
            book = shelf.sameContents(version);
        }
    }
}
