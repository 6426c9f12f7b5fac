package netreader.format.pdf.jpx;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/** Makes images of pictures. */
final class Pixels {
    private static final ColorSpace GREY = grey();

    /**
     * An image whose raster has the colours alone. PDFBox takes the raster's bytes as they are for what the PDF says they
     * are, so an opacity must not stand among them; but it asks for the raster of the opacity where the PDF wants it.
     */
    private static final class WithOpacity extends BufferedImage {
        private final WritableRaster opacity;

        WithOpacity(ColorModel model, WritableRaster colours, WritableRaster opacity) {
            super(model, colours, false, null);
            this.opacity = opacity;
        }

        @Override
        public int getTransparency() {
            return Transparency.TRANSLUCENT;
        }

        @Override
        public WritableRaster getAlphaRaster() {
            return opacity;
        }
    }

    private Pixels() {}

    static BufferedImage image(Picture picture) {
        if (picture.bits() < 8) {
            return packed(picture);
        }
        ColorModel model = new ComponentColorModel(
                space(picture.colours()), false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        WritableRaster colours = raster(picture, picture.data(), picture.colours());
        return picture.opacity().length == 0
                ? new BufferedImage(model, colours, false, null)
                : new WithOpacity(model, colours, raster(picture, picture.opacity(), 1));
    }

    /** An image of fewer bits for a pixel; PDFBox takes its packed rows as they are. */
    private static BufferedImage packed(Picture picture) {
        int shades = 1 << picture.bits();
        byte[] ramp = new byte[shades];
        for (int i = 0; i < shades; i++) {
            ramp[i] = (byte) (i * 255 / (shades - 1));
        }
        BufferedImage image = new BufferedImage(
                picture.width(),
                picture.height(),
                BufferedImage.TYPE_BYTE_BINARY,
                new IndexColorModel(picture.bits(), shades, ramp, ramp, ramp));
        int[] row = new int[picture.width()];
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < row.length; x++) {
                row[x] = picture.data()[y * row.length + x] & (shades - 1);
            }
            image.getRaster().setPixels(0, y, row.length, 1, row);
        }
        return image;
    }

    private static WritableRaster raster(Picture picture, byte[] data, int bands) {
        int[] offsets = new int[bands];
        for (int i = 0; i < bands; i++) {
            offsets[i] = i;
        }
        return Raster.createInterleavedRaster(
                new DataBufferByte(data, data.length),
                picture.width(),
                picture.height(),
                picture.width() * bands,
                bands,
                offsets,
                null);
    }

    static ColorSpace space(int colours) {
        return switch (colours) {
            case 1 -> GREY;
            case 3 -> ColorSpace.getInstance(ColorSpace.CS_sRGB);
            default -> new Inks(colours);
        };
    }

    /** Grey as in sRGB; the JDK's own is linear, and shows everything too light. */
    private static ColorSpace grey() {
        ICC_Profile profile = ICC_Profile.getInstance(
                ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData());
        profile.setData(
                ICC_Profile.icSigGrayTRCTag,
                ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData(ICC_Profile.icSigRedTRCTag));
        return new ICC_ColorSpace(profile);
    }
}
