package netreader.dialect.classic;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueBook.Status;
import netreader.format.Delivery;

/**
 * A row of the report's catalogue.
 *
 * @param page 0 for a book that is fetched, 1 for a text that is read on the server
 * @param md5 of a book that is fetched: when it changes, the client drops its copy; empty while unknown
 */
record BookInfo(String path, int page, Optional<String> md5) {
    /** A name must fit into a request, after its type and a space. */
    private static final int MAX_NAME_BYTES = RequestReader.MAX_BYTES - 2;

    /** Empty for what cannot be read, or not be asked for. */
    static Optional<BookInfo> of(CatalogueBook book) {
        if (book.status() == Status.QUARANTINED
                || book.name().getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES) {
            return Optional.empty();
        }
        boolean fetched = book.delivery() == Delivery.FILE;
        return Optional.of(new BookInfo(book.name(), fetched ? 0 : 1, fetched ? book.md5() : Optional.empty()));
    }

    /** Whether the server has still to find out the digest. */
    boolean waitsForDigest() {
        return page == 0 && md5.isEmpty();
    }
}
