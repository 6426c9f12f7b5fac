package netreader.format.epub.layout;

import java.awt.Graphics2D;
import java.awt.Rectangle;

/** A drawing in the text. */
final class DrawnPicture extends Picture {
    private final Drawing drawing;

    DrawnPicture(Drawing drawing, int width, int height) {
        super(width, height);
        this.drawing = drawing;
    }

    @Override
    void paint(Graphics2D graphics, Rectangle area) {
        drawing.paint(graphics, area);
    }
}
