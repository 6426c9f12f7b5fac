package netreader.ui.painted;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Finds photographs on the picture of a page: areas of many colours that are neither paper nor ink. What is left out looks
 * as it would without this; so drawings, small pictures and scanned text are. Any thread; some ten milliseconds for a page.
 */
final class Photographs {
    private static final int BLOCK = 16;
    /** On smaller pictures of pages text looks like a photograph. */
    private static final int LEAST_WIDTH = 400;

    private static final int LEAST_BLOCKS = 12;
    private static final double TONES = 0.7;
    private static final double CHANGES = 0.2;
    private static final double FILLED = 0.5;
    /** So many tones of 256 has a photograph at least, none of which takes up more than {@link #PREVAILS}. */
    private static final int LEAST_TONES = 60;

    private static final double PREVAILS = 0.3;
    /** Above this mean lightness it is a scan of a printed page. */
    private static final int PAPER = 205;

    private static final int INK = 16;
    private static final int WHITE = 244;
    private static final int COLOURED = 60;

    private final BufferedImage picture;
    private final int columns;
    private final int rows;
    /** Pixels of each block that are neither paper nor ink. */
    private final int[] tones;
    /** Pixels of each block that differ from the one before. */
    private final int[] changes;

    private Photographs(BufferedImage picture) {
        this.picture = picture;
        columns = picture.getWidth() / BLOCK;
        rows = picture.getHeight() / BLOCK;
        tones = new int[columns * rows];
        changes = new int[columns * rows];
    }

    /** Where they are, in pixels of the picture. */
    static List<Rectangle> on(BufferedImage picture) {
        if (picture.getWidth() < LEAST_WIDTH) {
            return List.of();
        }
        Photographs photographs = new Photographs(picture);
        photographs.count();
        return photographs.areas();
    }

    private void count() {
        int[] line = new int[columns * BLOCK];
        for (int y = 0; y < rows * BLOCK; y++) {
            picture.getRGB(0, y, line.length, 1, line, 0, line.length);
            int block = y / BLOCK * columns;
            for (int x = 1; x < line.length; x++) {
                if (isTone(line[x])) {
                    tones[block + x / BLOCK]++;
                }
                if (line[x] != line[x - 1]) {
                    changes[block + x / BLOCK]++;
                }
            }
        }
    }

    private static boolean isTone(int rgb) {
        int red = rgb >> 16 & 0xFF;
        int green = rgb >> 8 & 0xFF;
        int blue = rgb & 0xFF;
        int most = Math.max(red, Math.max(green, blue));
        int least = Math.min(red, Math.min(green, blue));
        int twice = most + least;
        return (twice > 2 * INK && twice < 2 * WHITE) || most - least > COLOURED;
    }

    private boolean isPhotograph(int block) {
        return tones[block] >= TONES * BLOCK * BLOCK && changes[block] >= CHANGES * BLOCK * BLOCK;
    }

    private List<Rectangle> areas() {
        List<Rectangle> areas = new ArrayList<>();
        BitSet seen = new BitSet(columns * rows);
        for (int block = 0; block < columns * rows; block++) {
            if (!seen.get(block) && isPhotograph(block)) {
                area(block, seen, areas);
            }
        }
        return areas;
    }

    /** The blocks that hang together with one. */
    private void area(int first, BitSet seen, List<Rectangle> areas) {
        Deque<Integer> next = new ArrayDeque<>();
        Rectangle blocks = new Rectangle(first % columns, first / columns, 1, 1);
        int count = 0;
        seen.set(first);
        next.push(first);
        while (!next.isEmpty()) {
            int block = next.pop();
            int x = block % columns;
            int y = block / columns;
            count++;
            blocks.add(new Rectangle(x, y, 1, 1));
            for (int[] beside : new int[][] {{x - 1, y}, {x + 1, y}, {x, y - 1}, {x, y + 1}}) {
                int there = beside[1] * columns + beside[0];
                boolean inside = beside[0] >= 0 && beside[0] < columns && beside[1] >= 0 && beside[1] < rows;
                if (inside && !seen.get(there) && isPhotograph(there)) {
                    seen.set(there);
                    next.push(there);
                }
            }
        }
        Rectangle area = new Rectangle(blocks.x * BLOCK, blocks.y * BLOCK, blocks.width * BLOCK, blocks.height * BLOCK);
        if (count >= LEAST_BLOCKS && count >= FILLED * blocks.width * blocks.height && looksLikeOne(area)) {
            areas.add(toItsEdges(area));
        }
    }

    private boolean looksLikeOne(Rectangle area) {
        int[] pixelsOf = new int[256];
        int[] line = new int[area.width];
        for (int y = area.y; y < area.y + area.height; y++) {
            picture.getRGB(area.x, y, area.width, 1, line, 0, area.width);
            for (int rgb : line) {
                pixelsOf[((rgb >> 16 & 0xFF) + (rgb >> 8 & 0xFF) * 2 + (rgb & 0xFF)) / 4]++;
            }
        }
        double all = (double) area.width * area.height;
        double light = 0;
        int different = 0;
        for (int tone = 0; tone < pixelsOf.length; tone++) {
            light += tone * (pixelsOf[tone] / all);
            different += pixelsOf[tone] > all / 10_000 ? 1 : 0;
            if (pixelsOf[tone] > PREVAILS * all) {
                return false;
            }
        }
        return different >= LEAST_TONES && light < PAPER;
    }

    /** Without the paper that its blocks hold, and with what lies in the blocks around it, up to the paper. */
    private Rectangle toItsEdges(Rectangle area) {
        int left = edge(area.x, -1, at -> isPaper(at, area.y, 1, area.height), picture.getWidth());
        int right = edge(area.x + area.width - 1, 1, at -> isPaper(at, area.y, 1, area.height), picture.getWidth()) + 1;
        int top = edge(area.y, -1, at -> isPaper(area.x, at, area.width, 1), picture.getHeight());
        int bottom =
                edge(area.y + area.height - 1, 1, at -> isPaper(area.x, at, area.width, 1), picture.getHeight()) + 1;
        return new Rectangle(left, top, right - left, bottom - top);
    }

    /**
     * @param from the outermost line of pixels of the blocks
     * @param outwards 1 or -1
     * @param limit of lines
     * @return the outermost line that is not paper
     */
    private static int edge(int from, int outwards, IntPredicate paper, int limit) {
        int at = from;
        for (int i = 0; i < BLOCK && paper.test(at); i++) {
            at -= outwards;
        }
        for (int i = 0; i < BLOCK && at + outwards >= 0 && at + outwards < limit && !paper.test(at + outwards); i++) {
            at += outwards;
        }
        return at;
    }

    private boolean isPaper(int x, int y, int width, int height) {
        int[] pixels = picture.getRGB(x, y, width, height, null, 0, width);
        int plain = 0;
        for (int rgb : pixels) {
            plain += isTone(rgb) ? 0 : 1;
        }
        return plain * 2 > pixels.length;
    }
}
