package netreader.format.kit;

import netreader.format.Book;

/** Whether anchors lie within a book. */
final class Places {
    private Places() {}

    /** @param what leads there, for the message */
    static void requireInside(Book book, long anchor, String what) {
        Broken.unless(book.pageCount() > 0, "%s leads to %d, but the book has no pages", what, anchor);
        int page = book.pageAt(anchor);
        Broken.unless(
                page >= 0 && page < book.pageCount() && book.anchorOf(page) <= anchor,
                "%s leads to %d, which is before the first page",
                what,
                anchor);
        long end = end(book);
        Broken.unless(anchor <= end, "%s leads to %d, which is behind the last page (%d)", what, anchor, end);
    }

    /** Where the last page surely has ended: where anchors are pages that is known, else it is as long as others are. */
    private static long end(Book book) {
        int last = book.pageCount() - 1;
        long start = book.anchorOf(last);
        long mean = last == 0 ? Integer.MAX_VALUE : (start - book.anchorOf(0)) / last;
        return mean == 1 ? start : start + 8 * Math.max(0, mean);
    }
}
