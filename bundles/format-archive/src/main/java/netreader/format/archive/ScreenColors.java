package netreader.format.archive;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/**
 * Makes pictures of those kinds of colours RGB that the JDK would show too light: it takes grey with opacity for a linear
 * scale, and inks likewise.
 */
final class ScreenColors {
    private ScreenColors() {}

    /**
     * @return the same picture if its colours are those of screens
     */
    static BufferedImage of(BufferedImage picture) {
        ColorSpace colors = picture.getColorModel().getColorSpace();
        int bands = picture.getRaster().getNumBands();
        int bits = picture.getSampleModel().getSampleSize(0);
        if (bits != 8 && bits != 16) {
            return picture;
        }
        if (colors.getType() == ColorSpace.TYPE_GRAY && picture.getType() == BufferedImage.TYPE_CUSTOM && bands == 2) {
            return fromGrey(picture, bits - 8);
        }
        if (colors.getType() == ColorSpace.TYPE_CMYK && bands == 4) {
            return fromInks(picture, bits - 8);
        }
        return picture;
    }

    private static BufferedImage fromGrey(BufferedImage picture, int shift) {
        BufferedImage rgb = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_ARGB);
        Raster raster = picture.getRaster();
        int[] samples = new int[2 * picture.getWidth()];
        int[] row = new int[picture.getWidth()];
        for (int y = 0; y < picture.getHeight(); y++) {
            raster.getPixels(0, y, row.length, 1, samples);
            for (int x = 0; x < row.length; x++) {
                int grey = samples[2 * x] >> shift;
                row[x] = (samples[2 * x + 1] >> shift) << 24 | grey * 0x010101;
            }
            rgb.setRGB(0, y, row.length, 1, row, 0, row.length);
        }
        return rgb;
    }

    private static BufferedImage fromInks(BufferedImage picture, int shift) {
        BufferedImage rgb = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Raster raster = picture.getRaster();
        int[] samples = new int[4 * picture.getWidth()];
        int[] row = new int[picture.getWidth()];
        for (int y = 0; y < picture.getHeight(); y++) {
            raster.getPixels(0, y, row.length, 1, samples);
            for (int x = 0; x < row.length; x++) {
                int light = 255 - (samples[4 * x + 3] >> shift);
                int red = (255 - (samples[4 * x] >> shift)) * light / 255;
                int green = (255 - (samples[4 * x + 1] >> shift)) * light / 255;
                int blue = (255 - (samples[4 * x + 2] >> shift)) * light / 255;
                row[x] = red << 16 | green << 8 | blue;
            }
            rgb.setRGB(0, y, row.length, 1, row, 0, row.length);
        }
        return rgb;
    }
}
