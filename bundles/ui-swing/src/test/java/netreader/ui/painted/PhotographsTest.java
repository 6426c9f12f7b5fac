package netreader.ui.painted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PhotographsTest {
    private static final int WIDTH = 800;
    private final BufferedImage page = new BufferedImage(WIDTH, 1100, BufferedImage.TYPE_INT_RGB);

    @BeforeEach
    void write() {
        fill(new Rectangle(0, 0, WIDTH, 1100), Color.WHITE);
        Graphics2D g = page.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.BLACK);
        g.setFont(new Font(Font.SERIF, Font.PLAIN, 15));
        for (int y = 40; y < 1060; y += 17) {
            g.drawString("Sir Walter Elliot, of Kellynch Hall, in Somersetshire, was a man who, 学而时习之不亦说乎", 60, y);
        }
        g.dispose();
    }

    private void fill(Rectangle area, Color colour) {
        Graphics2D g = page.createGraphics();
        g.setColor(colour);
        g.fill(area);
        g.dispose();
    }

    /** Light that falls from one corner to the other, with grain. */
    private void photograph(Rectangle area, int darkest, int lightest) {
        Random grain = new Random(7);
        for (int y = area.y; y < area.y + area.height; y++) {
            for (int x = area.x; x < area.x + area.width; x++) {
                int across = (x - area.x) * (lightest - darkest) / area.width;
                int down = (y - area.y) * (lightest - darkest) / area.height;
                int red = darkest + across;
                int green = darkest + down;
                int blue = darkest + (across + down) / 2;
                page.setRGB(x, y, (red << 16 | green << 8 | blue) ^ grain.nextInt(4));
            }
        }
    }

    @Test
    void aPhotographIsFoundToItsEdges() {
        Rectangle area = new Rectangle(203, 310, 301, 222);
        fill(new Rectangle(190, 297, 327, 248), Color.WHITE);
        photograph(area, 50, 210);
        List<Rectangle> found = Photographs.on(page);
        assertEquals(1, found.size(), found.toString());
        assertEquals(area.x, found.get(0).x, 2);
        assertEquals(area.y, found.get(0).y, 2);
        assertEquals(area.getMaxX(), found.get(0).getMaxX(), 2);
        assertEquals(area.getMaxY(), found.get(0).getMaxY(), 2);
    }

    @Test
    void textAndFlatColoursAreNoPhotographs() {
        assertEquals(List.of(), Photographs.on(page));
        fill(new Rectangle(60, 300, 600, 300), new Color(0x3366AA));
        fill(new Rectangle(60, 700, 600, 300), new Color(0xBBBBBB));
        assertEquals(List.of(), Photographs.on(page));
    }

    @Test
    void theGrainOfScannedPaperIsNoPhotograph() {
        photograph(new Rectangle(0, 0, WIDTH, 1100), 195, 235);
        assertEquals(List.of(), Photographs.on(page));
    }

    @Test
    void atNightItKeepsItsLightAndDark() {
        Rectangle area = new Rectangle(200, 304, 320, 240);
        photograph(area, 50, 210);
        BufferedImage night = new Finish(0, true).apply(page);
        assertTrue(light(night, area.x + 20, area.y + 20) < light(night, area.x + 300, area.y + 220));
        assertTrue(light(night, 5, 5) < 0x20, "the paper is dark");
        BufferedImage turned = new Finish(1, true).apply(page);
        assertEquals(night.getRGB(300, 400), turned.getRGB(1100 - 1 - 400, 300));
    }

    private static int light(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) >> 8 & 0xFF;
    }
}
