package netreader.format.pdf.jpx;

/**
 * Puts a resolution together from the one below and its bands (ISO/IEC 15444-1, annex F), in place. The coefficients of a
 * component hold the lower resolution in their upper left corner, and its bands beside and below it. One thread at a
 * time.
 *
 * <p>Rows are taken one at a time, columns in strips of {@link #LANES}. The low and the high half stand apart while they
 * are lifted, so that each step is a plain loop; each has a sample more at either end, which mirrors the line.
 *
 * @param <A> an array of the component's kind of number
 */
abstract class Wavelet<A> {
    private static final int LANES = 32;

    private final A samples;
    private final int stride;
    private int room;
    private A low;
    private A high;

    /** @param stride from a row of the samples to the next */
    Wavelet(A samples, int stride) {
        this.samples = samples;
        this.stride = stride;
        this.low = array(0);
        this.high = array(0);
    }

    abstract A array(int size);

    /** Makes a sample half as large: a line of one sample, of the high half, has nothing else done to it. */
    abstract void halve(A numbers, int at);

    /** Puts a half, from its second number on, into every other place from one on. */
    abstract void spread(A half, int count, A to, int at);

    /** Undoes the steps of the wavelet. */
    abstract void lift(Line line, A lowHalf, A highHalf);

    void join(Area whole) {
        int width = whole.width();
        int height = whole.height();
        int size = Math.max(width + 4, (height + 4) * LANES);
        if (room < size) {
            low = array(size);
            high = array(size);
            room = size;
        }
        if (width > 1) {
            Line line = new Line(width, whole.x0() & 1, 1);
            for (int y = 0; y < height; y++) {
                row(line, y * stride);
            }
        } else if ((whole.x0() & 1) == 1) {
            for (int y = 0; y < height; y++) {
                halve(samples, y * stride);
            }
        }
        if (height > 1) {
            for (int x = 0; x < width; x += LANES) {
                columns(new Line(height, whole.y0() & 1, Math.min(LANES, width - x)), x);
            }
        } else if ((whole.y0() & 1) == 1) {
            for (int x = 0; x < width; x++) {
                halve(samples, x);
            }
        }
    }

    // Arrays of either kind are copied without a cast.
    @SuppressWarnings("SuspiciousSystemArraycopy")
    private void row(Line line, int at) {
        int lows = line.lowSamples();
        int highs = line.highSamples();
        System.arraycopy(samples, at, low, 1, lows);
        System.arraycopy(samples, at + lows, high, 1, highs);
        lift(line, low, high);
        spread(low, lows, samples, at + line.odd());
        spread(high, highs, samples, at + 1 - line.odd());
    }

    @SuppressWarnings("SuspiciousSystemArraycopy")
    private void columns(Line line, int x) {
        int lanes = line.lanes();
        for (int i = 0; i < line.lowSamples(); i++) {
            System.arraycopy(samples, i * stride + x, low, (i + 1) * lanes, lanes);
        }
        for (int i = 0; i < line.highSamples(); i++) {
            System.arraycopy(samples, (line.lowSamples() + i) * stride + x, high, (i + 1) * lanes, lanes);
        }
        lift(line, low, high);
        for (int i = 0; i < line.lowSamples(); i++) {
            System.arraycopy(low, (i + 1) * lanes, samples, (2 * i + line.odd()) * stride + x, lanes);
        }
        for (int i = 0; i < line.highSamples(); i++) {
            System.arraycopy(high, (i + 1) * lanes, samples, (2 * i + 1 - line.odd()) * stride + x, lanes);
        }
    }

    /** Mirrors a half at its ends. */
    @SuppressWarnings("SuspiciousSystemArraycopy")
    final void mirror(A half, int count, int lanes) {
        System.arraycopy(half, lanes, half, 0, lanes);
        System.arraycopy(half, count * lanes, half, (count + 1) * lanes, lanes);
    }
}
