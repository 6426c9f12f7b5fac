package netreader.client.internal;

import java.util.Arrays;
import netreader.format.PaintedBook;
import netreader.format.ReadingDirection;

/** Where the pages of a book begin, as its format said when it was opened: so that nobody waits for the book to ask. */
final class PageAnchors {
    private final long[] anchors;
    private final ReadingDirection direction;

    private PageAnchors(long[] anchors, ReadingDirection direction) {
        this.anchors = anchors;
        this.direction = direction;
    }

    /** A book's own call. */
    static PageAnchors of(PaintedBook book) {
        long[] anchors = new long[book.pageCount()];
        for (int page = 0; page < anchors.length; page++) {
            anchors[page] = book.anchorOf(page);
        }
        return new PageAnchors(anchors, book.direction());
    }

    /** The number of pages. */
    int count() {
        return anchors.length;
    }

    ReadingDirection direction() {
        return direction;
    }

    /** @param page outside of the book, the nearest one is meant; 0 in a book without pages */
    long anchorOf(int page) {
        return anchors.length == 0 ? 0 : anchors[Math.max(0, Math.min(page, anchors.length - 1))];
    }

    int pageAt(long anchor) {
        int found = Arrays.binarySearch(anchors, anchor);
        return Math.max(0, found >= 0 ? found : -found - 2);
    }
}
