package netreader.format.pdf.jpx;

/** The irreversible 9/7 wavelet. */
final class IrreversibleWavelet extends Wavelet<float[]> {
    private static final float SCALE = (float) 1.230174105;

    IrreversibleWavelet(float[] samples, int stride) {
        super(samples, stride);
    }

    @Override
    float[] array(int size) {
        return new float[size];
    }

    @Override
    void halve(float[] numbers, int at) {
        numbers[at] /= 2;
    }

    @Override
    void spread(float[] half, int count, float[] to, int at) {
        for (int i = 0; i < count; i++) {
            to[at + 2 * i] = half[i + 1];
        }
    }

    @Override
    void lift(Line line, float[] low, float[] high) {
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
    private void step(
            float[] to, int toSamples, float[] from, int fromSamples, boolean first, float factor, int lanes) {
        mirror(from, fromSamples, lanes);
        int before = first ? lanes : 0;
        for (int i = lanes; i < (toSamples + 1) * lanes; i++) {
            to[i] += factor * (from[i - before] + from[i - before + lanes]);
        }
    }
}
