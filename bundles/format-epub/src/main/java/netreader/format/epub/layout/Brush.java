package netreader.format.epub.layout;

import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.css.parser.FSColor;
import com.openhtmltopdf.css.parser.FSRGBColor;
import com.openhtmltopdf.extend.FSImage;
import com.openhtmltopdf.extend.OutputDeviceGraphicsDrawer;
import com.openhtmltopdf.extend.StructureType;
import com.openhtmltopdf.render.AbstractOutputDevice;
import com.openhtmltopdf.render.BlockBox;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.FSFont;
import com.openhtmltopdf.render.InlineLayoutBox;
import com.openhtmltopdf.render.InlineText;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.util.ArrayDeque;
import java.util.Deque;

/** Paints what the layout asks for. For one page. */
final class Brush extends AbstractOutputDevice {
    private final Graphics2D graphics;
    private final Resources resources;
    private final Deque<Shape> clips = new ArrayDeque<>();
    private final Deque<AffineTransform> transforms = new ArrayDeque<>();
    private FontStack font;

    /** @param graphics in dots; it has a clip */
    Brush(Graphics2D graphics, Resources resources) {
        this.graphics = graphics;
        this.resources = resources;
    }

    Graphics2D graphics() {
        return graphics;
    }

    FontStack font() {
        return font;
    }

    @Override
    public void drawText(RenderingContext context, InlineText text) {
        InlineLayoutBox box = text.getParent();
        String shown = text.isEndsOnSoftHyphen() ? text.getSubstring() + '-' : text.getSubstring();
        if (shown.isEmpty()) {
            return;
        }
        setColor(box.getStyle().getColor());
        Spacing spacing = Spacing.of(text);
        Letters.INSTANCE.paint(
                graphics,
                (FontStack) box.getStyle().getFSFont(context),
                shown,
                box.getAbsX() + text.getX(),
                box.getAbsY() + box.getBaseline(),
                text.getTextDirection() == BidiSplitter.RTL,
                spacing.perSpace(),
                spacing.perLetter());
    }

    @Override
    public void paintReplacedElement(RenderingContext context, BlockBox box) {
        if (box.getReplacedElement() instanceof Picture picture) {
            Rectangle area = box.getContentAreaEdge(box.getAbsX(), box.getAbsY(), context);
            if (graphics.hitClip(area.x, area.y, area.width, area.height)) {
                picture.paint(graphics, area);
            }
        }
    }

    @Override
    public void drawImage(FSImage image, int x, int y, boolean interpolate) {
        if (image instanceof BookImage picture && graphics.hitClip(x, y, image.getWidth(), image.getHeight())) {
            BookPicture.paint(
                    graphics, resources, picture.path(), new Rectangle(x, y, image.getWidth(), image.getHeight()));
        }
    }

    @Override
    public void setColor(FSColor color) {
        if (color instanceof FSRGBColor rgb) {
            int alpha = Math.round(255 * Math.max(0, Math.min(1, rgb.getAlpha())));
            graphics.setColor(new Color(rgb.getRed(), rgb.getGreen(), rgb.getBlue(), alpha));
        } else {
            graphics.setColor(Color.BLACK); // CMYK, which no book has
        }
    }

    @Override
    public void setFont(FSFont newFont) {
        font = (FontStack) newFont;
    }

    @Override
    public void setPaint(Paint paint) {
        graphics.setPaint(paint);
    }

    @Override
    public void setStroke(Stroke stroke) {
        graphics.setStroke(stroke);
    }

    @Override
    public Stroke getStroke() {
        return graphics.getStroke();
    }

    @Override
    protected void drawLine(int x1, int y1, int x2, int y2) {
        graphics.drawLine(x1, y1, x2, y2);
    }

    @Override
    public void drawBorderLine(Shape bounds, int side, int width, boolean solid) {
        graphics.draw(bounds);
    }

    @Override
    public void drawRect(int x, int y, int width, int height) {
        graphics.drawRect(x, y, width, height);
    }

    @Override
    public void drawOval(int x, int y, int width, int height) {
        graphics.drawOval(x, y, width, height);
    }

    @Override
    public void fillRect(int x, int y, int width, int height) {
        graphics.fillRect(x, y, width, height);
    }

    @Override
    public void fillOval(int x, int y, int width, int height) {
        graphics.fillOval(x, y, width, height);
    }

    @Override
    public void draw(Shape shape) {
        graphics.draw(shape);
    }

    @Override
    public void fill(Shape shape) {
        graphics.fill(shape);
    }

    @Override
    public void translate(double x, double y) {
        graphics.translate(x, y);
    }

    @Override
    public Object getRenderingHint(RenderingHints.Key key) {
        return graphics.getRenderingHint(key);
    }

    @Override
    public void setRenderingHint(RenderingHints.Key key, Object value) {
        graphics.setRenderingHint(key, value);
    }

    @Override
    public void drawWithGraphics(float x, float y, float width, float height, OutputDeviceGraphicsDrawer drawer) {
        Graphics2D part = (Graphics2D) graphics.create((int) x, (int) y, (int) width, (int) height);
        drawer.render(part);
        part.dispose();
    }

    @Override
    public void pushTransformLayer(AffineTransform transform) {
        transforms.push(graphics.getTransform());
        graphics.transform(transform);
    }

    @Override
    public void popTransformLayer() {
        graphics.setTransform(transforms.pop());
    }

    @Override
    public void pushClip(Shape clip) {
        clips.push(graphics.getClip());
        graphics.clip(clip);
    }

    @Override
    public void popClip() {
        graphics.setClip(clips.pop());
    }

    @Override
    public boolean isSupportsCMYKColors() {
        return false;
    }

    @Override
    public boolean isPDF() {
        return false;
    }

    @Override
    public void drawSelection(RenderingContext context, InlineText text) {
        // Whoever shows the page marks what is selected.
    }

    @Override
    public Object startStructure(StructureType type, Box box) {
        return null;
    }

    @Override
    public void endStructure(Object token) {
        // Structure is for PDF.
    }
}
