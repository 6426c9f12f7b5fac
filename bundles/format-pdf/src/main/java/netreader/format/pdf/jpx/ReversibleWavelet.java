package netreader.format.pdf.jpx;

/** The reversible 5/3 wavelet. */
final class ReversibleWavelet extends Wavelet<int[]> {
    ReversibleWavelet(int[] samples, int stride) {
        super(samples, stride);
    }

    @Override
    int[] array(int size) {
        return new int[size];
    }

    @Override
    void halve(int[] numbers, int at) {
        numbers[at] /= 2;
    }

    @Override
    void spread(int[] half, int count, int[] to, int at) {
        for (int i = 0; i < count; i++) {
            to[at + 2 * i] = half[i + 1];
        }
    }

    @Override
    void lift(Line line, int[] low, int[] high) {
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
}
