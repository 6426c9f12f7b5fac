package netreader.ui.painted;

import static netreader.ui.look.Painting.px;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.util.function.Supplier;
import netreader.ui.look.Painting;

/**
 * What is on the sheet of a page that is on its way: its number, and if that takes longer, what is being done and
 * something that moves. Event thread.
 */
final class AwaitedSheet {
    /** Words that come and go within less would be noticed, and not read. */
    private static final long QUIET_NANOS = 350_000_000;

    /** A number that comes and goes within less would flicker. */
    private static final long BRIEF_NANOS = 120_000_000;

    private static final double PERIOD_NANOS = 1.8e9;
    private static final int TRACK_WIDTH = 120;
    private static final int RUNNER_WIDTH = 36;
    private static final int BAR_HEIGHT = 3;
    private static final Color PALE = new Color(0xb8bcc2);
    private static final Color WORDS = new Color(0x7b8088);
    private static final Color TRACK = new Color(128, 134, 142, 52);
    private static final Color RUNNER = new Color(0x8fb0d3);

    private final int number;
    private final long began = System.nanoTime();
    private final Supplier<String> words;

    /**
     * @param number of the page, from 1
     * @param words what is being done for it; asked again and again
     */
    AwaitedSheet(int number, Supplier<String> words) {
        this.number = number;
        this.words = words;
    }

    void paint(Graphics2D g, Rectangle seen) {
        long waited = System.nanoTime() - began;
        if (waited < BRIEF_NANOS) {
            return;
        }
        g.setFont(Painting.font(40, Font.PLAIN));
        g.setColor(PALE);
        centred(g, Integer.toString(number), seen, px(14));
        if (waited < QUIET_NANOS) {
            return;
        }
        paintBar(g, seen, waited);
        g.setFont(Painting.font(13, Font.PLAIN));
        g.setColor(WORDS);
        centred(g, words.get(), seen, px(66));
    }

    /** There and back, slower at the ends. */
    private static void paintBar(Graphics2D g, Rectangle seen, long waited) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        double left = seen.getCenterX() - px(TRACK_WIDTH) / 2.0;
        double top = seen.getCenterY() + px(38);
        double height = px(BAR_HEIGHT);
        double way = px(TRACK_WIDTH) - px(RUNNER_WIDTH);
        double at = (1 - Math.cos(2 * Math.PI * waited / PERIOD_NANOS)) / 2;
        g.setColor(TRACK);
        g.fill(new RoundRectangle2D.Double(left, top, px(TRACK_WIDTH), height, height, height));
        g.setColor(RUNNER);
        g.fill(new RoundRectangle2D.Double(left + at * way, top, px(RUNNER_WIDTH), height, height, height));
    }

    private static void centred(Graphics2D g, String text, Rectangle seen, int below) {
        int width = g.getFontMetrics().stringWidth(text);
        g.drawString(text, (int) seen.getCenterX() - width / 2, (int) seen.getCenterY() + below);
    }
}
