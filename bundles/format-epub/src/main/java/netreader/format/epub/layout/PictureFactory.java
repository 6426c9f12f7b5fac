package netreader.format.epub.layout;

import com.openhtmltopdf.extend.ReplacedElement;
import com.openhtmltopdf.extend.ReplacedElementFactory;
import com.openhtmltopdf.extend.UserAgentCallback;
import com.openhtmltopdf.layout.LayoutContext;
import com.openhtmltopdf.render.BlockBox;
import com.openhtmltopdf.swing.EmptyReplacedElement;
import java.util.Locale;
import java.util.Optional;
import netreader.format.archive.Pictures;
import netreader.format.epub.chapter.ChapterPart;
import org.w3c.dom.Element;

/** Gives the layout the pictures of a part, none larger than a page. */
final class PictureFactory implements ReplacedElementFactory {
    private final ChapterPart part;
    private final Resources resources;
    private final PageStyle page;

    PictureFactory(ChapterPart part, Resources resources, PageStyle page) {
        this.part = part;
        this.resources = resources;
        this.page = page;
    }

    @Override
    public boolean isReplacedElement(Element element) {
        return element != null
                && (element.getNodeName().equals("svg")
                        || (element.getNodeName().equals("img")
                                && !element.getAttribute("src").isBlank()));
    }

    @Override
    public ReplacedElement createReplacedElement(
            LayoutContext context, BlockBox box, UserAgentCallback agent, int cssWidth, int cssHeight) {
        Element element = box.getElement();
        if (!isReplacedElement(element)) {
            return null;
        }
        if (element.getNodeName().equals("svg")) {
            String source = part.drawings().getOrDefault(element, "");
            return drawn(Drawing.of(source, Agent.path(agent.getBaseURL()), resources), cssWidth, cssHeight);
        }
        Optional<String> resource =
                Agent.resource(agent.resolveURI(element.getAttribute("src").strip()));
        if (resource.isEmpty()) {
            return missing();
        }
        String path = resource.get();
        if (path.toLowerCase(Locale.ROOT).endsWith(".svg") || DataUri.isDrawing(path)) {
            String where = DataUri.is(path) ? Agent.path(agent.getBaseURL()) : path;
            return drawn(
                    resources.text(path).flatMap(source -> Drawing.of(source, where, resources)), cssWidth, cssHeight);
        }
        Optional<Pictures.Pixels> size = resources.pictureSize(path);
        if (size.isEmpty()) {
            return missing();
        }
        Size shown = shown(size.get().width(), size.get().height(), cssWidth, cssHeight);
        return new BookPicture(resources, path, shown.width(), shown.height());
    }

    private ReplacedElement drawn(Optional<Drawing> drawing, int cssWidth, int cssHeight) {
        if (drawing.isEmpty()) {
            return new EmptyReplacedElement(0, 0);
        }
        Size shown = shown(drawing.get().width(), drawing.get().height(), cssWidth, cssHeight);
        return new DrawnPicture(drawing.get(), shown.width(), shown.height());
    }

    private static ReplacedElement missing() {
        return new EmptyReplacedElement(0, 0);
    }

    private record Size(int width, int height) {}

    /**
     * How large a picture is shown. The layout itself would enlarge one that has more pixels than fit to the largest that
     * fits, whatever its style says.
     */
    private Size shown(double width, double height, int cssWidth, int cssHeight) {
        double ratio = height / width;
        double wide = Dots.of(width);
        double high = Dots.of(height);
        if (cssWidth > 0 && cssHeight > 0) {
            wide = cssWidth;
            high = cssHeight;
        } else if (cssWidth > 0) {
            wide = cssWidth;
            high = wide * ratio;
        } else if (cssHeight > 0) {
            high = cssHeight;
            wide = high / ratio;
        }
        double fits = Math.min(1, Math.min(Dots.of(page.contentWidth()) / wide, Dots.of(page.contentHeight()) / high));
        return new Size((int) Math.max(1, wide * fits), (int) Math.max(1, high * fits));
    }
}
