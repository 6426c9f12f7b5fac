package netreader.format.epub.layout;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;

/** A picture of pixels that lies in the book. */
final class BookPicture extends Picture {
    private final Resources resources;
    private final String path;

    BookPicture(Resources resources, String path, int width, int height) {
        super(width, height);
        this.resources = resources;
        this.path = path;
    }

    @Override
    void paint(Graphics2D graphics, Rectangle area) {
        paint(graphics, resources, path, area);
    }

    static void paint(Graphics2D graphics, Resources resources, String path, Rectangle area) {
        AffineTransform transform = graphics.getTransform();
        int width = (int) Math.ceil(area.width * Math.hypot(transform.getScaleX(), transform.getShearY()));
        int height = (int) Math.ceil(area.height * Math.hypot(transform.getScaleY(), transform.getShearX()));
        resources.picture(path, Math.max(1, width), Math.max(1, height)).ifPresent(picture -> {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(picture, area.x, area.y, area.width, area.height, null);
        });
    }
}
