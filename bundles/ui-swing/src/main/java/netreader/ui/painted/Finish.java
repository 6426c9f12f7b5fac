package netreader.ui.painted;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * What a page's picture goes through before it lies on the desk. Any thread, best one that may take its time.
 *
 * @param quarters by which it is turned to the right, 0 to 3
 * @param night whether light and dark are exchanged, but for photographs
 */
record Finish(int quarters, boolean night) {
    static final Finish NONE = new Finish(0, false);

    /** What is left of black and white at night, when the darkest black and the lightest white tire the eyes. */
    private static final int NIGHT_BLACK = 0x1A;

    private static final int NIGHT_WHITE = 0xE0;

    /** What was dark becomes at least as light as this, and what was light at least as dark. */
    private static final int LIGHT_ENOUGH = 160;

    private static final int DARK_ENOUGH = 80;

    /** The colour of white paper at night. */
    static final int NIGHT_PAPER = night(0xFFFFFF);

    /** The picture itself if there is nothing to do, or another one. */
    BufferedImage apply(BufferedImage picture) {
        if (equals(NONE)) {
            return picture;
        }
        int width = picture.getWidth();
        int height = picture.getHeight();
        boolean sideways = quarters % 2 == 1;
        BufferedImage finished =
                new BufferedImage(sideways ? height : width, sideways ? width : height, BufferedImage.TYPE_INT_RGB);
        List<Rectangle> photographs = night ? Photographs.on(picture) : List.of();
        int[] line = new int[width];
        for (int y = 0; y < height; y++) {
            picture.getRGB(0, y, width, 1, line, 0, width);
            if (night) {
                darken(line, y, photographs);
            }
            if (quarters >= 2) {
                reverse(line);
            }
            switch (quarters) {
                case 1 -> finished.setRGB(height - 1 - y, 0, 1, width, line, 0, 1);
                case 2 -> finished.setRGB(0, height - 1 - y, width, 1, line, 0, width);
                case 3 -> finished.setRGB(y, 0, 1, width, line, 0, 1);
                default -> finished.setRGB(0, y, width, 1, line, 0, width);
            }
        }
        return finished;
    }

    /** What is photographed keeps its light and dark, or faces would look like negatives. */
    private static void darken(int[] line, int y, List<Rectangle> photographs) {
        int[] before = photographs.isEmpty() ? line : line.clone();
        for (int x = 0; x < line.length; x++) {
            line[x] = night(line[x]);
        }
        for (Rectangle photograph : photographs) {
            if (y >= photograph.y && y < photograph.y + photograph.height) {
                for (int x = photograph.x; x < photograph.x + photograph.width; x++) {
                    line[x] = dimmed(before[x]);
                }
            }
        }
    }

    /** As bright as the brightest text at night. */
    private static int dimmed(int rgb) {
        int red = (rgb >> 16 & 0xFF) * NIGHT_WHITE / 255;
        int green = (rgb >> 8 & 0xFF) * NIGHT_WHITE / 255;
        int blue = (rgb & 0xFF) * NIGHT_WHITE / 255;
        return red << 16 | green << 8 | blue;
    }

    private static void reverse(int[] line) {
        for (int i = 0, j = line.length - 1; i < j; i++, j--) {
            int first = line[i];
            line[i] = line[j];
            line[j] = first;
        }
    }

    /**
     * The colour with the other lightness (of HSL) and the same hue. Blue would stay dark by that, and yellow bright,
     * however little that is to be told from dark paper or white ink: these are mixed with white or black.
     */
    static int night(int rgb) {
        int red = rgb >> 16 & 0xFF;
        int green = rgb >> 8 & 0xFF;
        int blue = rgb & 0xFF;
        if (red == green && green == blue) {
            return soft(255 - red) * 0x010101;
        }
        int shift = 255 - Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue));
        int wanted = 255 - light(red, green, blue);
        int light = light(red + shift, green + shift, blue + shift);
        int least = Math.min(wanted, LIGHT_ENOUGH);
        int most = Math.max(wanted, DARK_ENOUGH);
        int goal = Math.max(least, Math.min(light, most));
        return mixed(red + shift, light, goal) << 16
                | mixed(green + shift, light, goal) << 8
                | mixed(blue + shift, light, goal);
    }

    /** As bright as it looks, 0 to 255. */
    private static int light(int red, int green, int blue) {
        return (299 * red + 587 * green + 114 * blue) / 1000;
    }

    /** A part of a colour that is to be as light as the goal, by white or by black. */
    private static int mixed(int value, int light, int goal) {
        if (goal > light) {
            return soft(value + (255 - value) * (goal - light) / (255 - light));
        }
        return soft(goal < light ? value * goal / light : value);
    }

    private static int soft(int value) {
        return NIGHT_BLACK + value * (NIGHT_WHITE - NIGHT_BLACK) / 255;
    }
}
