package netreader.format.epub.layout;

import java.awt.geom.Rectangle2D;
import java.util.List;
import netreader.format.TextRun;

/**
 * What stands on the pages of a part.
 *
 * @param pages in order, at least one
 */
public record PageContents(List<Page> pages) {
    /** An area that leads somewhere, in points; the reference as it stands in the chapter. */
    public record Reference(Rectangle2D bounds, String target) {}

    /**
     * @param first the position of the page's first character or picture; see {@link netreader.format.epub.chapter.Chapter}
     */
    public record Page(int first, List<TextRun> runs, List<Reference> references) {}
}
