package netreader.format;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Pages with a fixed look. Lengths are points (1/72 inch), the origin is the page's top left corner as it is seen. A page
 * that the book does not have is refused as {@link Book#pageText} does it.
 */
@ConsumerType
public interface PaintedBook extends Book {
    /** The size of a page as it is seen, after the book's own rotation. */
    PageSize pageSize(int page) throws FormatException;

    /**
     * Paints a part of a page, paper included. When the work is cancelled or over budget, what was painted so far stays.
     *
     * @param pixelsPerPoint scale; 1.0 is 72 dpi
     * @param clip the part of the scaled page to paint, in pixels from the page's top left corner
     * @param target at least as large as {@code clip}; the clip's top left corner is painted at its pixel (0, 0),
     *     and no pixel beside the clip is touched
     * @throws FormatException CANCELLED, TOO_COSTLY, DAMAGED or IO
     */
    void render(int page, double pixelsPerPoint, Rectangle clip, BufferedImage target, Work work)
            throws FormatException;

    /** The text of a page with its place, in reading order: for selection, copying and marks of a search. */
    List<TextRun> textRuns(int page) throws FormatException;

    /** Areas of a page that lead somewhere; a page that the book does not have may have none instead of being refused. */
    default List<Link> links(int page) throws FormatException {
        return List.of();
    }

    /** On which side the next page lies, where two are seen side by side and where a key or a click points to one. */
    default ReadingDirection direction() {
        return ReadingDirection.LEFT_TO_RIGHT;
    }

    /** The page's printed number, such as {@code xii}. */
    default String label(int page) {
        return Integer.toString(page + 1);
    }
}
