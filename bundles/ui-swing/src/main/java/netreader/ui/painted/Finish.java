package netreader.ui.painted;

import java.awt.image.BufferedImage;

/**
 * What a page's picture goes through before it lies on the desk. Any thread, best one that may take its time.
 *
 * @param quarters by which it is turned to the right, 0 to 3
 * @param night whether light and dark are exchanged
 */
record Finish(int quarters, boolean night) {
    static final Finish NONE = new Finish(0, false);

    /** What is left of black and white at night, when the darkest black and the lightest white tire the eyes. */
    private static final int NIGHT_BLACK = 0x1A;

    private static final int NIGHT_WHITE = 0xE0;

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
        int[] line = new int[width];
        for (int y = 0; y < height; y++) {
            picture.getRGB(0, y, width, 1, line, 0, width);
            if (night) {
                for (int x = 0; x < width; x++) {
                    line[x] = night(line[x]);
                }
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

    private static void reverse(int[] line) {
        for (int i = 0, j = line.length - 1; i < j; i++, j--) {
            int first = line[i];
            line[i] = line[j];
            line[j] = first;
        }
    }

    /** The colour with the other lightness (of HSL) and the same hue. */
    static int night(int rgb) {
        int red = rgb >> 16 & 0xFF;
        int green = rgb >> 8 & 0xFF;
        int blue = rgb & 0xFF;
        int shift = 255 - Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue));
        return soft(red + shift) << 16 | soft(green + shift) << 8 | soft(blue + shift);
    }

    private static int soft(int value) {
        return NIGHT_BLACK + value * (NIGHT_WHITE - NIGHT_BLACK) / 255;
    }
}
