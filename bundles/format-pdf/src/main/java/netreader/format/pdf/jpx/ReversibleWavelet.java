package netreader.format.pdf.jpx;

/**
 * The reversible 5/3 wavelet: puts a resolution together from the one below and its bands (ISO/IEC 15444-1, annex F), in
 * place. The coefficients of a component hold the lower resolution in their upper left corner, and its bands beside and
 * below it. One thread at a time.
 *
 * <p>Rows are taken one at a time, columns in strips of {@link #LANES}. The low and the high half stand apart while they
 * are lifted, so that each step is a plain loop; each has a sample more at either end, which mirrors the line. {@link
 * IrreversibleWavelet} does the same with other numbers, for which Java has no common type.
 */
final class ReversibleWavelet {
    private static final int LANES = 32;

    private final int[] samples;
    private final int stride;
    private int[] low = new int[0];
    private int[] high = new int[0];

    ReversibleWavelet(int[] samples, int stride) {
        this.samples = samples;
        this.stride = stride;
    }

    void join(Area whole) {
        int width = whole.width();
        int height = whole.height();
        int size = Math.max(width + 4, (height + 4) * LANES);
        if (low.length < size) {
            low = new int[size];
            high = new int[size];
        }
        if (width > 1) {
            Line line = new Line(width, whole.x0() & 1, 1);
            for (int y = 0; y < height; y++) {
                row(line, y * stride);
            }
        } else if ((whole.x0() & 1) == 1) {
            for (int y = 0; y < height; y++) {
                samples[y * stride] /= 2;
            }
        }
        if (height > 1) {
            for (int x = 0; x < width; x += LANES) {
                columns(new Line(height, whole.y0() & 1, Math.min(LANES, width - x)), x);
            }
        } else if ((whole.y0() & 1) == 1) {
            for (int x = 0; x < width; x++) {
                samples[x] /= 2;
            }
        }
    }

    private void row(Line line, int at) {
        int lows = line.lowSamples();
        int highs = line.highSamples();
        System.arraycopy(samples, at, low, 1, lows);
        System.arraycopy(samples, at + lows, high, 1, highs);
        lift(line);
        int firstLow = at + line.odd();
        for (int i = 0; i < lows; i++) {
            samples[firstLow + 2 * i] = low[i + 1];
        }
        int firstHigh = at + 1 - line.odd();
        for (int i = 0; i < highs; i++) {
            samples[firstHigh + 2 * i] = high[i + 1];
        }
    }

    private void columns(Line line, int x) {
        int lanes = line.lanes();
        for (int i = 0; i < line.lowSamples(); i++) {
            System.arraycopy(samples, i * stride + x, low, (i + 1) * lanes, lanes);
        }
        for (int i = 0; i < line.highSamples(); i++) {
            System.arraycopy(samples, (line.lowSamples() + i) * stride + x, high, (i + 1) * lanes, lanes);
        }
        lift(line);
        for (int i = 0; i < line.lowSamples(); i++) {
            System.arraycopy(low, (i + 1) * lanes, samples, (2 * i + line.odd()) * stride + x, lanes);
        }
        for (int i = 0; i < line.highSamples(); i++) {
            System.arraycopy(high, (i + 1) * lanes, samples, (2 * i + 1 - line.odd()) * stride + x, lanes);
        }
    }

    private void lift(Line line) {
        int lanes = line.lanes();
        int before = line.odd() == 0 ? lanes : 0;
        mirror(high, line.highSamples(), lanes);
        for (int i = lanes; i < (line.lowSamples() + 1) * lanes; i++) {
            low[i] -= (high[i - before] + high[i - before + lanes] + 2) >> 2;
        }
        before = lanes - before;
        mirror(low, line.lowSamples(), lanes);
        for (int i = lanes; i < (line.highSamples() + 1) * lanes; i++) {
            high[i] += (low[i - before] + low[i - before + lanes]) >> 1;
        }
    }

    /** Mirrors a half at its ends. */
    private static void mirror(int[] half, int samples, int lanes) {
        System.arraycopy(half, lanes, half, 0, lanes);
        System.arraycopy(half, samples * lanes, half, (samples + 1) * lanes, lanes);
    }
}
