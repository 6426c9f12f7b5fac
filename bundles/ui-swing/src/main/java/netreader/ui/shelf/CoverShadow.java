package netreader.ui.shelf;

import static netreader.ui.look.Painting.px;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;
import netreader.ui.look.Painting;
import netreader.ui.look.Palette;

/** The shadow under covers. Each size is drawn once, as its soft edge takes longer than all else in a cell. Event thread. */
final class CoverShadow {
    private static final int STEPS = 6;
    private static final int SIZES = 24;

    private final Map<Size, BufferedImage> shadows = new LinkedHashMap<>(SIZES, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Size, BufferedImage> eldest) {
            return size() > SIZES;
        }
    };

    private record Size(int w, int h, double scale, Color color) {}

    /** @param w width of the cover at x and y, in the units of the graphics */
    void paint(Graphics2D g, int x, int y, int w, int h) {
        double scale = g.getTransform().getScaleX();
        BufferedImage shadow =
                shadows.computeIfAbsent(new Size(w, h, scale, Palette.SHADOW.color()), CoverShadow::draw);
        int margin = margin();
        g.drawImage(shadow, x - margin, y - margin, w + 2 * margin, h + 2 * margin, null);
    }

    private static int margin() {
        return px(STEPS) + px(2);
    }

    private static BufferedImage draw(Size size) {
        int margin = margin();
        BufferedImage image = new BufferedImage(
                (int) Math.ceil((size.w() + 2 * margin) * size.scale()),
                (int) Math.ceil((size.h() + 2 * margin) * size.scale()),
                BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D plain = image.createGraphics();
        plain.scale(size.scale(), size.scale());
        Graphics2D g = Painting.smooth(plain);
        for (int i = STEPS; i >= 1; i--) {
            g.setColor(Palette.SHADOW.color(9));
            double grow = px(i) * 0.8;
            g.fill(new RoundRectangle2D.Double(
                    margin - grow,
                    margin - grow + px(2),
                    size.w() + 2 * grow,
                    size.h() + 2 * grow,
                    2 * grow + 2,
                    2 * grow + 2));
        }
        g.dispose();
        plain.dispose();
        return image;
    }
}
