package netreader.ui.look;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;

/** The application's icon: an open book on a blue field. */
public final class AppIcon {
    private static final double FIELD = 64;

    private AppIcon() {}

    /** The sizes that window managers ask for. */
    public static List<Image> images() {
        return IntStream.of(16, 32, 64).mapToObj(AppIcon::image).toList();
    }

    private static Image image(int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        paint(g, 0, 0, size);
        g.dispose();
        return image;
    }

    /** @param size in the units of the graphics */
    public static void paint(Graphics graphics, double x, double y, double size) {
        Graphics2D g = Painting.smooth(graphics);
        g.translate(x, y);
        g.scale(size / FIELD, size / FIELD);
        g.setPaint(new GradientPaint(0, 0, new Color(0x3f86cf), 0, 64, new Color(0x1f4f8a)));
        g.fill(new RoundRectangle2D.Double(2, 2, 60, 60, 16, 16));
        g.setColor(new Color(0xfdfcf7));
        g.fill(leaf(-1));
        g.setColor(new Color(0xe9e4d6));
        g.fill(leaf(1));
        g.dispose();
    }

    /** @param side -1 for the left leaf of the book, 1 for the right one */
    private static Path2D leaf(int side) {
        Path2D leaf = new Path2D.Double();
        leaf.moveTo(32, 21);
        leaf.curveTo(32 + side * 6, 15, 32 + side * 15, 15, 32 + side * 21, 17);
        leaf.lineTo(32 + side * 21, 45);
        leaf.curveTo(32 + side * 15, 43, 32 + side * 6, 43, 32, 49);
        leaf.closePath();
        return leaf;
    }
}
