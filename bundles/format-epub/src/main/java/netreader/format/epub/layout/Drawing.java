package netreader.format.epub.layout;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.FloatSize;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** An SVG drawing: still, without scripts, and with no other pictures than those that lie in the book. */
final class Drawing {
    /** Says each time what is wrong with a drawing, with a stack trace. Held, or else its level would be forgotten. */
    private static final Logger LOGGER = Logger.getLogger("com.github.weisj.jsvg");

    /** Where the longer side of a drawing that has no size ends up, in CSS pixels. */
    private static final float USUAL_SIZE = 300;

    private final SVGDocument document;

    static {
        LOGGER.setLevel(Level.OFF);
    }

    private Drawing(SVGDocument document) {
        this.document = document;
    }

    /**
     * @param path of the file in which it stands
     * @return empty if it cannot be understood
     */
    static Optional<Drawing> of(String source, String path, Resources resources) {
        try {
            LoaderContext context = LoaderContext.builder()
                    .externalResourcePolicy(new DrawingPictures(resources))
                    .resourceLoader(new DrawingPictures(resources))
                    .build();
            byte[] bytes = Dashes.bounded(source).getBytes(StandardCharsets.UTF_8);
            SVGDocument document = new SVGLoader()
                    .load(
                            new ByteArrayInputStream(bytes),
                            new URI(DrawingPictures.SCHEME, null, "/" + path, null),
                            context);
            return Optional.ofNullable(document).map(Drawing::new);
        } catch (URISyntaxException | RuntimeException | StackOverflowError e) {
            return Optional.empty(); // a page is shown without what is broken in it
        }
    }

    /** In CSS pixels. */
    float width() {
        return usable(document.size().width);
    }

    /** In CSS pixels. */
    float height() {
        return usable(document.size().height);
    }

    private static float usable(float length) {
        return length > 0 && length < 100_000 ? length : USUAL_SIZE;
    }

    FloatSize size() {
        return new FloatSize(width(), height());
    }

    void paint(Graphics2D graphics, Rectangle area) {
        Graphics2D part = (Graphics2D) graphics.create();
        try {
            part.translate(area.x, area.y);
            part.scale(area.width / (double) width(), area.height / (double) height());
            document.render((Component) null, part, new ViewBox(width(), height()));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // What was painted of a broken drawing stays, and the text around it.
        } finally {
            part.dispose();
        }
    }
}
