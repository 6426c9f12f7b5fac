package netreader.ui.shelf;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import netreader.client.ShelfBook;
import netreader.ui.look.Fonts;
import netreader.ui.look.Painting;
import netreader.ui.look.TextLines;

/** A cloth binding with title, author and format, for a book without a picture. */
final class DrawnCover {
    private static final int[] CLOTHS = {
        0x35566b, 0x6b3f3a, 0x3f5b46, 0x5a4a72, 0x7a5a2f, 0x2f5f63, 0x744a5c, 0x4a5560,
    };
    private static final Color GILT = new Color(0xf1e6c8);

    private DrawnCover() {}

    /** The colour of the binding, which is all that is to be seen of it at first. */
    static Color cloth(ShelfBook book) {
        return new Color(CLOTHS[Math.floorMod(book.title().hashCode(), CLOTHS.length)]);
    }

    /** The cover as a picture; any thread. */
    static BufferedImage picture(ShelfBook book, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D plain = image.createGraphics();
        Graphics2D g = Painting.smooth(plain);
        paint(g, book, width, height);
        g.dispose();
        plain.dispose();
        return image;
    }

    /** @param w width in the units of the graphics; everything else follows it */
    private static void paint(Graphics2D g, ShelfBook book, int w, int h) {
        Color cloth = cloth(book);
        g.setPaint(new GradientPaint(0, 0, brighter(cloth, 1.12), w, h, brighter(cloth, 0.88)));
        g.fill(new Rectangle2D.Double(0, 0, w, h));
        g.setPaint(new GradientPaint(0, 0, new Color(0, 0, 0, 70), w * 0.075f, 0, new Color(0, 0, 0, 10)));
        g.fill(new Rectangle2D.Double(0, 0, w * 0.075, h));
        g.setColor(new Color(255, 255, 255, 26));
        g.fill(new Rectangle2D.Double(w * 0.075, 0, Math.max(1, w * 0.007), h));

        double left = w * 0.14;
        double inner = w - left - w * 0.07;
        g.setColor(withAlpha(GILT, 110));
        g.draw(new Rectangle2D.Double(left, h * 0.05, inner, h * 0.9));
        g.setColor(withAlpha(GILT, 50));
        g.draw(new Rectangle2D.Double(left + w * 0.02, h * 0.05 + w * 0.02, inner - w * 0.04, h * 0.9 - w * 0.04));

        double centre = left + inner / 2;
        int textWidth = (int) (inner - w * 0.12);
        g.setColor(GILT);
        double y = title(g, book.title(), centre, h * 0.17, textWidth, w);
        g.setColor(withAlpha(GILT, 120));
        g.fill(new Rectangle2D.Double(centre - w * 0.09, y + h * 0.015, w * 0.18, Math.max(1, w * 0.006)));
        g.setColor(withAlpha(GILT, 215));
        if (!book.authors().isEmpty()) {
            Font small = Fonts.serif(book.authors().get(0), w * 0.072f);
            lines(g, small, String.join(", ", book.authors()), centre, y + h * 0.05, textWidth, 2);
        }
        g.setColor(withAlpha(GILT, 150));
        lines(
                g,
                new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont(w * 0.06f),
                book.format(),
                centre,
                h * 0.85,
                textWidth,
                1);
    }

    /** Large if it fits into four lines, smaller if not. Returns where it ends. */
    private static double title(Graphics2D g, String title, double centre, double top, int width, int w) {
        for (float size : new float[] {0.135f, 0.12f, 0.105f}) {
            Font font = Fonts.serif(title, w * size);
            FontMetrics metrics = g.getFontMetrics(font);
            if (TextLines.wholeWords(title, metrics, width)
                    && TextLines.of(title, metrics, width, 5).size() <= 4) {
                return lines(g, font, title, centre, top, width, 4);
            }
        }
        return lines(g, Fonts.serif(title, w * 0.09f), title, centre, top, width, 5);
    }

    private static double lines(Graphics2D g, Font font, String text, double centre, double top, int width, int limit) {
        g.setFont(font);
        FontMetrics metrics = g.getFontMetrics();
        // The fonts' own leading differs too much between scripts to be of use on a cover.
        double leading = font.getSize2D() * 1.28;
        List<String> lines = TextLines.of(text, metrics, width, limit);
        double y = top + font.getSize2D() * 0.9;
        for (String line : lines) {
            g.drawString(line, (float) (centre - metrics.stringWidth(line) / 2.0), (float) y);
            y += leading;
        }
        return top + lines.size() * leading;
    }

    private static Color brighter(Color color, double factor) {
        return new Color(
                (int) Math.min(255, color.getRed() * factor), (int) Math.min(255, color.getGreen() * factor), (int)
                        Math.min(255, color.getBlue() * factor));
    }

    private static Color withAlpha(Color color, int alpha) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
    }
}
