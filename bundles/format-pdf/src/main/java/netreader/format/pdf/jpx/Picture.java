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
            Span down = Span.of(selection.y(), row, selection.stepY(), selection.mixed(), scale, height);
            for (int column = 0; column < selection.width(); column++) {
                Span across = Span.of(selection.x(), column, selection.stepX(), selection.mixed(), scale, width);
                for (int channel = 0; channel < channels; channel++) {
                    to[at++] = mean(from, channels, channel, across, down);
                }
            }
        }
        return to;
    }

    private byte mean(byte[] from, int channels, int channel, Span across, Span down) {
        long sum = 0;
        for (int y = down.first; y <= down.last; y++) {
            long line = 0;
            for (int x = across.first; x <= across.last; x++) {
                line += (long) across.weight(x) * (from[(y * width + x) * channels + channel] & 0xFF);
            }
            sum += down.weight(y) * line;
        }
        long all = (long) across.length() * down.length();
        return (byte) ((sum + all / 2) / all);
    }

    /**
     * What one wanted pixel covers along one side: {@code from} up to {@code to} in pixels of the whole picture, which are
     * parts of the pixels {@code first} to {@code last} of the halved one.
     */
    private record Span(int from, int to, int first, int last, int scale) {
        static Span of(int start, int index, int step, boolean mixed, int scale, int size) {
            int from = Math.min(start + index * step, (size - 1) << scale);
            int to = (int) Math.min((long) from + (mixed ? step : 1), size << scale);
            return new Span(from, to, from >> scale, (to - 1) >> scale, scale);
        }

        int weight(int pixel) {
            return Math.min(to, (pixel + 1) << scale) - Math.max(from, pixel << scale);
        }

        int length() {
            return to - from;
        }
    }

    /**
     * Which pixels are wanted: from {@code x}, {@code y} every {@code stepX}th and {@code stepY}th.
     *
     * @param mixed whether those between may be mixed in; not where a pixel's number stands for a colour
     */
    record Selection(int x, int y, int stepX, int stepY, int width, int height, boolean mixed) {}
}
