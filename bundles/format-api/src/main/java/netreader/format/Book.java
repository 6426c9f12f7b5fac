package netreader.format;

import java.awt.image.BufferedImage;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** An open book. Pages start at 0. One thread at a time unless it is a {@link FlowingBook}. */
@ConsumerType
public interface Book extends AutoCloseable {
    /** Title, authors and whatever else the file says of itself. */
    BookMetadata metadata();

    /** The number of pages, 1 or more; 0 for a book without any content. */
    int pageCount();

    /**
     * The text of a page in reading order, lines ended by a line feed. A format whose files are text keeps the line
     * ends of the file, so that all its pages together are the file's text.
     *
     * @param page from 0 to {@link #pageCount()} - 1
     * @throws FormatException DAMAGED if the page cannot be read, or the book has no such page; IO if the source failed,
     *     after which the same call may succeed
     */
    String pageText(int page) throws FormatException;

    /**
     * The table of contents; may take long, and is incomplete if it was cancelled. A book that looks for it goes on at
     * the next call where it was cancelled: it is called with little time each, until it is complete.
     */
    default Outline outline(Work work) throws FormatException {
        return Outline.NONE;
    }

    /**
     * Finds text from an anchor on, page by page.
     *
     * @param fromAnchor where to begin; 0 for the start of the book; any number, as for {@link #pageAt}
     * @param limit how many hits at most, 1 or more; a format that cannot go on within a page gives all hits of the page
     *     on which it reached the limit
     */
    default Hits find(Query query, long fromAnchor, int limit, Work work) throws FormatException {
        return PageSearch.find(this, query, fromAnchor, limit, work);
    }

    /** A picture for the shelf, none of whose sides is longer than {@code maxPixels}; empty if the book has none. */
    default Optional<BufferedImage> cover(int maxPixels, Work work) throws FormatException {
        return Optional.empty();
    }

    /**
     * Where a bookmark on this page points. Grows with the page; survives another page size or another setting.
     *
     * @param page from 0 to {@link #pageCount()} - 1
     */
    default long anchorOf(int page) {
        return page;
    }

    /**
     * The page that holds the anchor, so that {@code pageAt(anchorOf(page)) == page}; the nearest page if it points outside
     * the book, 0 if that has no pages.
     */
    default int pageAt(long anchor) {
        return (int) Math.max(0, Math.min(anchor, pageCount() - 1L));
    }

    /**
     * Frees everything; safe to call twice. The source is not read any more. Calls that come later and may throw a
     * FormatException end in CANCELLED, or in an answer that needs no page; the others answer anything.
     */
    @Override
    void close();
}
