package netreader.catalogue.internal;

import java.util.HashMap;
import java.util.Map;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueException;

/**
 * The rows of books whose files are being fetched: a reader asks for one block after another, and the database's one
 * thread is slower than the disk. What is known is forgotten whenever the shelf changes. Any thread.
 */
final class KnownBooks {
    private static final int MAX_BOOKS = 1000;

    interface Source {
        CatalogueBook book(long id) throws CatalogueException;
    }

    private final Source source;
    private final Map<Long, CatalogueBook> books = new HashMap<>();
    private long changes;

    KnownBooks(Source source) {
        this.source = source;
    }

    CatalogueBook book(long id) throws CatalogueException {
        long asked;
        synchronized (this) {
            CatalogueBook known = books.get(id);
            if (known != null) {
                return known;
            }
            asked = changes;
        }
        CatalogueBook book = source.book(id);
        synchronized (this) {
            if (asked == changes && books.size() < MAX_BOOKS) {
                books.put(id, book);
            }
        }
        return book;
    }

    synchronized void forget() {
        changes++;
        books.clear();
    }
}
