package netreader.format.pdf.jpx;

/**
 * The shape of what the wavelet lifts: lines of a resolution side by side, their samples of the low and of the high half
 * apart.
 *
 * @param length of a line in samples
 * @param odd 1 if a line's first sample is of the high half, else 0
 * @param lanes how many lines there are
 */
record Line(int length, int odd, int lanes) {
    int lowSamples() {
        return (length + 1 - odd) / 2;
    }

    int highSamples() {
        return length - lowSamples();
    }
}
