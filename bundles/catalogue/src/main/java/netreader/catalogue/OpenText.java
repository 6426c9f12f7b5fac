package netreader.catalogue;

import netreader.format.Outline;
import netreader.format.Work;

/** A text that is open on the server. Any thread. Opens itself again when its format was replaced. */
public interface OpenText extends AutoCloseable {
    /** A page: its number from 0, the number of pages, its anchor and its text. */
    record Page(int page, int pages, long anchor, String text) {}

    int pageCount() throws CatalogueException;

    /** @throws CatalogueException OUT_OF_RANGE, CHANGED if the file is not what was opened, and others */
    Page page(int page) throws CatalogueException;

    /** The page that holds the anchor. */
    Page pageAt(long anchor) throws CatalogueException;

    Outline outline(Work work) throws CatalogueException;

    /** The page that holds each of the anchors. */
    int[] pagesAt(long[] anchors) throws CatalogueException;

    @Override
    void close();
}
