package netreader.ui.painted;

import static netreader.ui.look.Painting.px;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.List;
import netreader.ui.look.Painting;
import netreader.ui.look.Palette;
import netreader.ui.look.TextLines;

/** What is written on a sheet of paper that is not the book's. Event thread. */
final class SheetWords {
    private static final int MOST_LINES = 6;
    private static final Color DARK = new Color(0x50545a);

    private SheetWords() {}

    /** Why there is no page, in the middle. */
    static void sentence(Graphics2D g, String sentence, Rectangle sheet) {
        g.setColor(DARK);
        g.setFont(Painting.font(15, Font.PLAIN));
        FontMetrics metrics = g.getFontMetrics();
        int width = Math.max(px(40), Math.min(px(420), sheet.width - px(48)));
        List<String> lines = TextLines.of(sentence, metrics, width, MOST_LINES);
        int y = (int) sheet.getCenterY() - metrics.getHeight() * lines.size() / 2 + metrics.getAscent();
        for (String line : lines) {
            g.drawString(line, (int) sheet.getCenterX() - metrics.stringWidth(line) / 2, y);
            y += metrics.getHeight();
        }
    }

    /** A remark on the page, on a strip along its upper edge. */
    static void remark(Graphics2D g, String remark, Rectangle sheet) {
        g.setFont(Painting.font(13, Font.PLAIN));
        FontMetrics metrics = g.getFontMetrics();
        List<String> lines = TextLines.of(remark, metrics, Math.max(px(40), sheet.width - px(24)), MOST_LINES);
        g.setColor(Palette.BANNER.color());
        g.fillRect(sheet.x, sheet.y, sheet.width, metrics.getHeight() * lines.size() + px(12));
        g.setColor(Palette.BANNER_INK.color());
        int y = sheet.y + px(6) + metrics.getAscent();
        for (String line : lines) {
            g.drawString(line, sheet.x + px(12), y);
            y += metrics.getHeight();
        }
    }
}
