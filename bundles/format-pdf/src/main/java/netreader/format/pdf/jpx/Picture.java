package netreader.format.pdf.jpx;

/**
 * A decoded picture.
 *
 * @param colours how many channels a pixel has
 * @param bits of a byte that are used: 8, or fewer if there is one channel
 * @param data the pixels row by row, a byte for each channel
 * @param opacity a byte for each pixel, or nothing
 */
@SuppressWarnings("ArrayRecordComponent") // compared by no one
record Picture(int width, int height, int colours, int bits, byte[] data, byte[] opacity) {
    /**
     * A part of this picture, smaller: each pixel is the mean of those it stands for.
     *
     * @param scale how often this picture was halved before
     */
    Picture scaled(Selection selection, int scale) {
        return new Picture(
                selection.width(),
                selection.height(),
                colours,
                bits,
                scaled(data, colours, selection, scale),
                opacity.length == 0 ? opacity : scaled(opacity, 1, selection, scale));
    }

    private byte[] scaled(byte[] from, int channels, Selection selection, int scale) {
        byte[] to = new byte[selection.width() * selection.height() * channels];
        int at = 0;
        for (int row = 0; row < selection.height(); row++) {
            int y0 = Math.min(selection.top(row) >> scale, height - 1);
            int y1 = Math.max(y0 + 1, Math.min(selection.top(row + 1) >> scale, height));
            for (int column = 0; column < selection.width(); column++) {
                int x0 = Math.min(selection.left(column) >> scale, width - 1);
                int x1 = Math.max(x0 + 1, Math.min(selection.left(column + 1) >> scale, width));
                if (!selection.mixed()) {
                    y1 = y0 + 1;
                    x1 = x0 + 1;
                }
                for (int channel = 0; channel < channels; channel++) {
                    int sum = 0;
                    for (int y = y0; y < y1; y++) {
                        for (int x = x0; x < x1; x++) {
                            sum += from[(y * width + x) * channels + channel] & 0xFF;
                        }
                    }
                    to[at++] = (byte) (sum / ((y1 - y0) * (x1 - x0)));
                }
            }
        }
        return to;
    }

    /**
     * Which pixels are wanted: from {@code x}, {@code y} every {@code stepX}th and {@code stepY}th.
     *
     * @param mixed whether those between may be mixed in; not where a pixel's number stands for a colour
     */
    record Selection(int x, int y, int stepX, int stepY, int width, int height, boolean mixed) {
        int left(int column) {
            return x + column * stepX;
        }

        int top(int row) {
            return y + row * stepY;
        }
    }
}
