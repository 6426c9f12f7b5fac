package netreader.ui.flowing;

import static netreader.ui.look.Painting.px;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.JPanel;
import netreader.ui.look.Painting;

/** The line above the text: the chapter, and how far the book is read. Event thread. */
final class RunningHead extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int HEIGHT = 38;
    private static final int SIDE = 40;
    private static final double SIZE = 12;

    private final transient TextSheet sheet;
    private String chapter = "";
    private String progress = "";
    private transient Paper paper;

    RunningHead(TextSheet sheet, Paper paper) {
        this.sheet = sheet;
        this.paper = paper;
        setPreferredSize(new Dimension(0, px(HEIGHT)));
    }

    void show(String newChapter, String newProgress) {
        chapter = newChapter;
        progress = newProgress;
        getAccessibleContext().setAccessibleName(chapter + " " + progress);
        repaint();
    }

    void paper(Paper changed) {
        paper = changed;
        repaint();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Painting.smooth(graphics);
        g.setColor(paper.background());
        g.fillRect(0, 0, getWidth(), getHeight());
        g.setColor(paper.faint());
        g.setFont(Painting.font(SIZE, Font.PLAIN));
        FontMetrics metrics = g.getFontMetrics();
        // As wide as the text, but with room for both where that is narrow.
        int width = Math.min(getWidth() - 2 * px(SIDE), Math.max(sheet.columnWidth(), px(280)));
        int left = sheet.column() + sheet.columnWidth() / 2 - width / 2;
        int right = left + width;
        int baseline = (getHeight() + metrics.getAscent() - metrics.getDescent()) / 2 + px(2);
        int reach = metrics.stringWidth(progress);
        g.drawString(progress, right - reach, baseline);
        g.drawString(clip(chapter, metrics, width - reach - px(24)), left, baseline);
        g.dispose();
    }

    private static String clip(String text, FontMetrics metrics, int room) {
        if (metrics.stringWidth(text) <= room) {
            return text;
        }
        int length = text.length();
        while (length > 0 && metrics.stringWidth(text.substring(0, length) + "…") > room) {
            length = text.offsetByCodePoints(length, -1);
        }
        return length == 0 ? "" : text.substring(0, length).strip() + "…";
    }
}
