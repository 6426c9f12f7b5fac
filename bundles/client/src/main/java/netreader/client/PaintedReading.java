package netreader.client;

import java.awt.image.BufferedImage;
import java.util.List;
import netreader.format.Link;
import netreader.format.PageSize;
import netreader.format.ReadingDirection;
import netreader.format.TextRun;
import netreader.format.Work;

/** A book whose pages are painted on this computer. Pages start at 0. */
public non-sealed interface PaintedReading extends Reading {
    /** Where a bookmark on a page points; does not block. */
    long anchorOf(int page);

    /** The page that holds an anchor, or the nearest one if it points outside the book; does not block. */
    int pageAt(long anchor);

    /** On which side the next page lies; does not block. */
    ReadingDirection direction();

    PageSize pageSize(int page) throws ClientException;

    /**
     * Paints a whole page.
     *
     * @param pixelsPerPoint 1.0 is 72 dpi
     * @throws ClientException CANCELLED, TOO_COSTLY, DAMAGED, FORMAT_UNAVAILABLE and others
     */
    BufferedImage render(int page, double pixelsPerPoint, Work work) throws ClientException;

    /**
     * Paints a whole page, small, when the book is wanted for nothing else, and begins again if it was: may take long.
     *
     * @param width in pixels, more than 0
     * @throws ClientException CANCELLED, TOO_COSTLY, DAMAGED, FORMAT_UNAVAILABLE and others
     */
    BufferedImage thumbnail(int page, int width, Work work) throws ClientException;

    /** The pictures of the pages for who turns them; always the same. */
    PagePictures pictures();

    String pageText(int page) throws ClientException;

    List<TextRun> textRuns(int page) throws ClientException;

    List<Link> links(int page) throws ClientException;

    /** The page's printed number. */
    String label(int page) throws ClientException;

    /** What came over the network for the book so far; does not block. */
    Transferred transferred();

    /** Whether the server has other contents for the book by now: calls throw CHANGED, and it is to be opened anew. */
    boolean outdated();
}
