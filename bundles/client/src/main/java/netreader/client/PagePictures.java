package netreader.client;

import java.util.Optional;

/**
 * Has the pages of a painted book painted: the newest that is wanted first, then its neighbours in the direction of
 * reading. Belongs to a {@link PaintedReading}, which closes it. Any thread; no call waits for a page.
 */
public interface PagePictures {
    /**
     * Hears of pictures, on the thread that paints (or the one that has given up waiting for it), which goes on when the
     * call returns.
     */
    interface Listener {
        /** A picture of the wanted page; those of PREVIEW and GROWING are followed by another. */
        void painted(PagePicture picture);

        /**
         * The wanted page cannot be painted.
         *
         * @param page from 0
         * @param failure TOO_COSTLY, DAMAGED, STUCK, FORMAT_UNAVAILABLE and others
         */
        void failed(int page, ClientException failure);
    }

    /**
     * Wants a page. Whatever else was wanted is not any more; what is being painted for it stops.
     *
     * @param page from 0, in range
     * @return what is here at this moment; the listeners hear of the rest unless it {@link PagePicture#isLast}
     */
    Optional<PagePicture> want(int page, PageScale scale);

    /** @return closed, takes the listener away */
    AutoCloseable listen(Listener listener);
}
