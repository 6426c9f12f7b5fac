package netreader.format.epub.layout;

import com.openhtmltopdf.css.parser.FSColor;
import com.openhtmltopdf.css.parser.FSRGBColor;
import com.openhtmltopdf.render.BlockBox;
import com.openhtmltopdf.render.Box;
import java.util.Optional;

/** The paper: a chapter's background goes to the edges of its pages. */
final class PageColor {
    private PageColor() {}

    /** That of the document, or else of its body. */
    static Optional<FSColor> of(BlockBox root) {
        return color(root).or(() -> root.getChildCount() == 0 ? Optional.empty() : color(root.getChild(0)));
    }

    private static Optional<FSColor> color(Box box) {
        FSColor color = box.getStyle().getBackgroundColor();
        return color == null || color == FSRGBColor.TRANSPARENT ? Optional.empty() : Optional.of(color);
    }
}
