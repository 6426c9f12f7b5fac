package netreader.catalogue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import netreader.format.Hits;
import netreader.format.Outline;
import netreader.format.Query;
import netreader.format.Work;

/** A text that is open on the server. Any thread. Opens itself again when its format was replaced. */
public interface OpenText extends AutoCloseable {
    /**
     * A page.
     *
     * @param page from 0
     * @param pages how many there are
     * @param anchor where it begins
     * @param utf8 its text
     */
    record Page(int page, int pages, long anchor, ByteBuffer utf8) {
        public Page {
            utf8 = utf8.asReadOnlyBuffer();
        }

        @Override
        public ByteBuffer utf8() {
            return utf8.duplicate();
        }

        public String text() {
            return StandardCharsets.UTF_8.decode(utf8()).toString();
        }
    }

    int pageCount() throws CatalogueException;

    /** @throws CatalogueException OUT_OF_RANGE, CHANGED if the file is not what was opened, and others */
    Page page(int page) throws CatalogueException;

    /** The page that holds the anchor. */
    Page pageAt(long anchor) throws CatalogueException;

    Outline outline(Work work) throws CatalogueException;

    /**
     * Looks for words, from an anchor on.
     *
     * @param limit about how many hits, 1 or more
     */
    Hits find(Query query, long from, int limit, Work work) throws CatalogueException;

    /** The page that holds each of the anchors. */
    int[] pagesAt(long[] anchors) throws CatalogueException;

    @Override
    void close();
}
