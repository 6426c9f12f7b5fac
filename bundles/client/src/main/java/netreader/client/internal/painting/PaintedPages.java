package netreader.client.internal.painting;

import java.awt.image.BufferedImage;
import java.time.Duration;
import netreader.client.ClientException;
import netreader.format.PageSize;
import netreader.format.Work;

/** The pages of a book to someone who has its turn. One thread at a time. */
public interface PaintedPages {
    PageSize size(int page, Work work) throws ClientException;

    /**
     * Paints a whole page.
     *
     * @param target as large as the page at that scale
     * @throws ClientException CANCELLED and others; the target then has what was painted
     */
    void paint(int page, double pixelsPerPoint, BufferedImage target, Work work) throws ClientException;

    /** For how long calls have waited for the server so far, which nobody is to blame for who paints. Any thread. */
    Duration waited();

    /** Forgets the book that is open, in which a call is stuck: the next call opens it anew. Does not wait. */
    void abandon();
}
