package netreader.client;

import java.util.List;
import java.util.Optional;

/**
 * Has the pages of a painted book painted: what is wanted first, then its neighbours in the direction of reading. Belongs to a {@link PaintedReading}, which closes it. Any thread; no call waits for a page.
 */
public interface PagePictures {
    /**
     * Hears of pictures, on the thread that paints (or the one that has given up waiting for it), which goes on when the
     * call returns.
     */
    interface Listener {
        /** A picture of a wanted page; those of PREVIEW and GROWING are followed by another. */
        void painted(PagePicture picture);

        /**
         * A wanted page cannot be painted.
         *
         * @param page from 0
         * @param failure TOO_COSTLY, DAMAGED, STUCK, FORMAT_UNAVAILABLE and others
         */
        void failed(int page, ClientException failure);
    }

    /**
     * Wants the pages that are seen. Whatever else was wanted is not any more; what is being painted for it stops.
     *
     * @param pages from 0, in range, without doubles, the most important first; at least one
     * @return what is here of them at this moment, in that order; the listeners hear of the rest, and of better pictures
     *     of those that are not {@link PagePicture#isLast}
     */
    List<PagePicture> want(List<Integer> pages, PageScale scale);

    /** As above, for a page that is seen alone. */
    default Optional<PagePicture> want(int page, PageScale scale) {
        return want(List.of(page), scale).stream().findFirst();
    }

    /** @return closed, takes the listener away */
    AutoCloseable listen(Listener listener);
}
