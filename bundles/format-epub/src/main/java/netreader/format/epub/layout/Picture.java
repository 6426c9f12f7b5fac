package netreader.format.epub.layout;

import com.openhtmltopdf.extend.ReplacedElement;
import com.openhtmltopdf.layout.LayoutContext;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;

/** A picture in the text; its size is known when it is made, its pixels are read when it is painted. */
abstract class Picture implements ReplacedElement {
    private final int width;
    private final int height;
    private Point location = new Point();

    /** Sizes in dots. */
    Picture(int width, int height) {
        this.width = Math.max(1, width);
        this.height = Math.max(1, height);
    }

    /** @param area in dots */
    abstract void paint(Graphics2D graphics, Rectangle area);

    @Override
    public int getIntrinsicWidth() {
        return width;
    }

    @Override
    public int getIntrinsicHeight() {
        return height;
    }

    @Override
    public Point getLocation() {
        return location;
    }

    @Override
    public void setLocation(int x, int y) {
        location = new Point(x, y);
    }

    @Override
    public void detach(LayoutContext context) {}

    @Override
    public boolean isRequiresInteractivePaint() {
        return false;
    }

    @Override
    public boolean hasBaseline() {
        return false;
    }

    @Override
    public int getBaseline() {
        return 0;
    }
}
