package netreader.format.pdf.jpx;

/**
 * Where the decoded samples of a component go, a byte each.
 *
 * @param area of the component's samples at the resolution that is decoded
 * @param bits how many of a byte are used: those of the component, at most eight; deeper samples lose their lowest bits
 * @param data row by row, the first sample at {@code first}, the next of its row {@code step} behind it
 */
@SuppressWarnings("ArrayRecordComponent") // compared by no one
record Plane(Area area, int bits, byte[] data, int first, int step) {
    int index(int x, int y) {
        return first + ((y - area.y0()) * area.width() + x - area.x0()) * step;
    }
}
