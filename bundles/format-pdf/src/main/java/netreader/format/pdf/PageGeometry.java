package netreader.format.pdf;

import java.awt.geom.Rectangle2D;
import netreader.format.PageSize;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * How a page lies: its crop box in the file's units, its rotation, and the size of a unit.
 *
 * @param rotation 0, 90, 180 or 270 degrees clockwise
 * @param unit points in a unit of the page's space
 */
record PageGeometry(double left, double bottom, double width, double height, int rotation, double unit) {
    private static final double LARGEST_UNIT = 75_000;

    static PageGeometry of(PDPage page) {
        PDRectangle box = page.getCropBox();
        double unit = page.getUserUnit();
        boolean sane = unit > 0 && unit <= LARGEST_UNIT;
        if (!(box.getWidth() > 0) || !(box.getHeight() > 0)) {
            box = PDRectangle.LETTER;
        }
        return new PageGeometry(
                box.getLowerLeftX(),
                box.getLowerLeftY(),
                box.getWidth(),
                box.getHeight(),
                Math.floorMod(page.getRotation(), 360),
                sane ? unit : 1);
    }

    boolean sideways() {
        return rotation == 90 || rotation == 270;
    }

    /** The size as it is seen, in points. */
    PageSize size() {
        return sideways() ? new PageSize(height * unit, width * unit) : new PageSize(width * unit, height * unit);
    }

    /** A rectangle of the file, in points from the top left corner of the page as it is seen. */
    Rectangle2D seen(PDRectangle area) {
        double x0 = area.getLowerLeftX() - left;
        double y0 = area.getLowerLeftY() - bottom;
        double x1 = area.getUpperRightX() - left;
        double y1 = area.getUpperRightY() - bottom;
        return switch (rotation) {
            case 90 -> rectangle(y0, x0, y1, x1);
            case 180 -> rectangle(width - x1, y0, width - x0, y1);
            case 270 -> rectangle(height - y1, width - x1, height - y0, width - x0);
            default -> rectangle(x0, height - y1, x1, height - y0);
        };
    }

    private Rectangle2D rectangle(double x0, double y0, double x1, double y1) {
        return new Rectangle2D.Double(x0 * unit, y0 * unit, (x1 - x0) * unit, (y1 - y0) * unit);
    }
}
