package netreader.format.pdf.jpx;

/**
 * The irreversible 9/7 wavelet: puts a resolution together from the one below and its bands (ISO/IEC 15444-1, annex F), in
 * place. The coefficients of a component hold the lower resolution in their upper left corner, and its bands beside and
 * below it. One thread at a time.
 *
 * <p>Rows are taken one at a time, columns in strips of {@link #LANES}. The low and the high half stand apart while they
 * are lifted, so that each step is a plain loop; each has a sample more at either end, which mirrors the line.
 */
final class IrreversibleWavelet {
    private static final int LANES = 32;
    private static final float SCALE = (float) 1.230174105;

    private final float[] samples;
    private final int stride;
    private float[] low = new float[0];
    private float[] high = new float[0];

    IrreversibleWavelet(float[] samples, int stride) {
        this.samples = samples;
        this.stride = stride;
    }

    void join(Area whole) {
        int width = whole.width();
        int height = whole.height();
        int size = Math.max(width + 4, (height + 4) * LANES);
        if (low.length < size) {
            low = new float[size];
            high = new float[size];
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
        int lowEnd = (line.lowSamples() + 1) * line.lanes();
        int highEnd = (line.highSamples() + 1) * line.lanes();
        for (int i = line.lanes(); i < lowEnd; i++) {
            low[i] *= SCALE;
        }
        for (int i = line.lanes(); i < highEnd; i++) {
            high[i] *= 1 / SCALE;
        }
        step(low, line.lowSamples(), high, line.highSamples(), line.odd() == 0, (float) -0.443506852, line.lanes());
        step(high, line.highSamples(), low, line.lowSamples(), line.odd() == 1, (float) -0.882911075, line.lanes());
        step(low, line.lowSamples(), high, line.highSamples(), line.odd() == 0, (float) 0.052980118, line.lanes());
        step(high, line.highSamples(), low, line.lowSamples(), line.odd() == 1, (float) 1.586134342, line.lanes());
    }

    /** Adds to each sample of one half its two neighbours in the other, times a factor. */
    private static void step(
            float[] to, int toSamples, float[] from, int fromSamples, boolean first, float factor, int lanes) {
        mirror(from, fromSamples, lanes);
        int before = first ? lanes : 0;
        for (int i = lanes; i < (toSamples + 1) * lanes; i++) {
            to[i] += factor * (from[i - before] + from[i - before + lanes]);
        }
    }

    /** Mirrors a half at its ends. */
    private static void mirror(float[] half, int samples, int lanes) {
        System.arraycopy(half, lanes, half, 0, lanes);
        System.arraycopy(half, samples * lanes, half, (samples + 1) * lanes, lanes);
    }
}
