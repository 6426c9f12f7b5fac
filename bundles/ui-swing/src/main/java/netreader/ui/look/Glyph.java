package netreader.ui.look;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.swing.Icon;
import javax.swing.UIManager;

/** Small icons, drawn as lines on a field of 16 by 16; named after the commands that they stand for. */
public enum Glyph {
    START_READING(g -> {
        line(g, 8, 4, 8, 13.5);
        path(g, 8, 4, 6.5, 2.8, 4, 2.5, 1.5, 2.5, 1.5, 12, 4, 12, 6.5, 12.3, 8, 13.5);
        path(g, 8, 4, 9.5, 2.8, 12, 2.5, 14.5, 2.5, 14.5, 12, 12, 12, 9.5, 12.3, 8, 13.5);
    }),
    INFORMATION(g -> {
        g.draw(new Ellipse2D.Double(1.75, 1.75, 12.5, 12.5));
        line(g, 8, 7.4, 8, 11.2);
        g.fill(new Ellipse2D.Double(7.1, 4.2, 1.8, 1.8));
    }),
    DELETE_COPY(g -> {
        line(g, 2.5, 4.2, 13.5, 4.2);
        path(g, 6, 4, 6, 2.2, 10, 2.2, 10, 4);
        path(g, 3.8, 4.4, 4.5, 13.8, 11.5, 13.8, 12.2, 4.4);
        line(g, 6.6, 6.8, 6.8, 11.3);
        line(g, 9.4, 6.8, 9.2, 11.3);
    }),
    DOWNLOAD(g -> {
        line(g, 8, 2, 8, 10);
        path(g, 4.8, 7, 8, 10.2, 11.2, 7);
        path(g, 2.2, 10.8, 2.2, 13.8, 13.8, 13.8, 13.8, 10.8);
    }),
    ABOUT(g -> {
        g.draw(new Ellipse2D.Double(1.75, 1.75, 12.5, 12.5));
        Path2D hook = new Path2D.Double();
        hook.moveTo(5.9, 6.3);
        hook.curveTo(5.9, 3.4, 10.2, 3.5, 10.1, 6.2);
        hook.curveTo(10, 7.8, 8, 7.8, 8, 9.4);
        g.draw(hook);
        g.fill(new Ellipse2D.Double(7.15, 10.8, 1.7, 1.7));
    }),
    THEME(g -> {
        g.draw(new Ellipse2D.Double(2, 2, 12, 12));
        g.fill(new Arc2D.Double(2, 2, 12, 12, 90, 180, Arc2D.PIE));
    }),
    SIDE_PANEL(g -> {
        g.draw(new RoundRectangle2D.Double(1.75, 2.75, 12.5, 10.5, 2, 2));
        line(g, 6.2, 3, 6.2, 13);
        line(g, 3.4, 5.5, 4.6, 5.5);
        line(g, 3.4, 7.8, 4.6, 7.8);
    }),
    PREVIOUS_PAGE(g -> path(g, 10, 3, 5, 8, 10, 13)),
    NEXT_PAGE(g -> path(g, 6, 3, 11, 8, 6, 13)),
    ZOOM_OUT(g -> line(g, 3, 8, 13, 8)),
    ZOOM_IN(g -> {
        line(g, 3, 8, 13, 8);
        line(g, 8, 3, 8, 13);
    }),
    FIT_WIDTH(g -> {
        line(g, 1.5, 2.5, 1.5, 13.5);
        line(g, 14.5, 2.5, 14.5, 13.5);
        line(g, 4, 8, 12, 8);
        path(g, 6, 6, 4, 8, 6, 10);
        path(g, 10, 6, 12, 8, 10, 10);
    }),
    FIT_PAGE(g -> {
        g.draw(new RoundRectangle2D.Double(3.25, 1.75, 9.5, 12.5, 1.5, 1.5));
        path(g, 6.2, 6.4, 8, 4.6, 9.8, 6.4);
        path(g, 6.2, 9.6, 8, 11.4, 9.8, 9.6);
    }),
    FILTER(g -> {
        g.draw(new Ellipse2D.Double(2, 2, 8.5, 8.5));
        line(g, 9.4, 9.4, 14, 14);
    }),
    FIND(g -> {
        g.draw(new Ellipse2D.Double(2.5, 2.5, 7.5, 7.5));
        line(g, 9, 9, 13.5, 13.5);
    }),
    FIND_NEXT(g -> path(g, 3, 6, 8, 11, 13, 6)),
    FIND_PREVIOUS(g -> path(g, 3, 10, 8, 5, 13, 10)),
    CLOSE(g -> {
        line(g, 4, 4, 12, 12);
        line(g, 12, 4, 4, 12);
    }),
    SHOW_SHELF(g -> {
        g.draw(new RoundRectangle2D.Double(1.75, 3.25, 3, 10.5, 1, 1));
        g.draw(new RoundRectangle2D.Double(4.75, 1.75, 3.5, 12, 1, 1));
        path(g, 9.6, 4.3, 12, 3.6, 14.6, 13, 12.2, 13.7, 9.6, 4.3);
    }),
    BACK(g -> {
        line(g, 2.5, 8, 13.5, 8);
        path(g, 7, 3.5, 2.5, 8, 7, 12.5);
    }),
    FORWARD(g -> {
        line(g, 2.5, 8, 13.5, 8);
        path(g, 9, 3.5, 13.5, 8, 9, 12.5);
    }),
    BOOKMARK(g -> path(g, 4, 1.75, 12, 1.75, 12, 14, 8, 10.6, 4, 14, 4, 1.75)),
    /** A plug before its socket. */
    CONNECT(g -> {
        path(g, 5.5, 5.2, 5.5, 2);
        line(g, 10.5, 5.2, 10.5, 2);
        path(g, 3.5, 5.2, 12.5, 5.2, 12.5, 7.5, 10.4, 10.4, 5.6, 10.4, 3.5, 7.5, 3.5, 5.2);
        line(g, 8, 10.4, 8, 14.2);
    }),
    OPEN_FILE(g -> {
        path(g, 1.75, 13, 1.75, 3.5, 6, 3.5, 7.4, 5.2, 12.6, 5.2, 12.6, 7.2);
        path(g, 1.75, 13, 4.2, 7.2, 15, 7.2, 12.6, 13, 1.75, 13);
    }),
    SHELF_LIST(g -> {
        for (double y : new double[] {3.5, 8, 12.5}) {
            line(g, 5.5, y, 14, y);
            g.fill(new Ellipse2D.Double(1.8, y - 0.9, 1.8, 1.8));
        }
    }),
    CHECK(g -> path(g, 3.5, 8.5, 6.8, 11.8, 12.8, 4.6)),
    WARNING(g -> {
        path(g, 8, 2, 15, 14, 1, 14, 8, 2);
        line(g, 8, 6.4, 8, 10);
        g.fill(new Ellipse2D.Double(7.2, 11.2, 1.6, 1.6));
    }),
    LOCK(g -> {
        g.draw(new RoundRectangle2D.Double(3, 7, 10, 7, 2, 2));
        g.draw(new Arc2D.Double(5, 2, 6, 9, 0, 180, Arc2D.OPEN));
    }),
    CLOUD(g -> {
        Area cloud = new Area(new Ellipse2D.Double(1.5, 6.5, 6, 6));
        cloud.add(new Area(new Ellipse2D.Double(4, 3, 7, 7)));
        cloud.add(new Area(new Ellipse2D.Double(9, 6, 5.5, 6.5)));
        cloud.add(new Area(new RoundRectangle2D.Double(4, 8, 8, 4.5, 2, 2)));
        g.draw(cloud);
    }),
    FOLDER(g -> path(g, 1.75, 13, 1.75, 3.5, 6, 3.5, 7.6, 5.3, 14.25, 5.3, 14.25, 13, 1.75, 13)),
    /** A cloud that is struck out. */
    GONE(g -> {
        path(g, 4.2, 12, 3.6, 12, 1.9, 10.6, 2, 8.8, 4, 7.2);
        path(g, 5.8, 4.8, 8, 3.6, 10.6, 5, 11.2, 7, 13.4, 7.6, 14.2, 9.8, 13.2, 11.4);
        path(g, 6.6, 12, 9.8, 12);
        line(g, 2.6, 2.6, 13.4, 13.4);
    });

    private static final double FIELD = 16;

    // Every one is a lambda without state.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Consumer<Graphics2D> drawing;

    Glyph(Consumer<Graphics2D> drawing) {
        this.drawing = drawing;
    }

    /** The glyph of a command, if it has one. */
    public static Optional<Glyph> of(String name) {
        return Stream.of(values()).filter(glyph -> glyph.name().equals(name)).findFirst();
    }

    /**
     * An icon in the colour of the text beside it.
     *
     * @param size in the user's scale
     */
    public Icon icon(double size) {
        return new GlyphIcon(this, Painting.px(size));
    }

    /** @param size in the units of the graphics */
    public void paint(Graphics graphics, double x, double y, double size, Color color) {
        Graphics2D g = Painting.smooth(graphics);
        g.translate(x, y);
        g.scale(size / FIELD, size / FIELD);
        g.setColor(color);
        g.setStroke(new BasicStroke(1.3f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        drawing.accept(g);
        g.dispose();
    }

    private static void line(Graphics2D g, double x1, double y1, double x2, double y2) {
        g.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    private static void path(Graphics2D g, double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        g.draw(path);
    }

    private record GlyphIcon(Glyph glyph, int size) implements Icon {
        @Override
        public void paintIcon(Component component, Graphics graphics, int x, int y) {
            Color color = component.isEnabled()
                    ? UIManager.getColor("Label.foreground")
                    : UIManager.getColor("Label.disabledForeground");
            glyph.paint(graphics, x, y, size, color == null ? component.getForeground() : color);
        }

        @Override
        public int getIconWidth() {
            return size;
        }

        @Override
        public int getIconHeight() {
            return size;
        }
    }
}
