package netreader.format.pdf.jpx;

/** The colour space of a luminance and two differences. */
final class Ycc {
    private Ycc() {}

    /** Turns pixels of three bytes into red, green and blue. */
    static void toRgb(byte[] data) {
        for (int i = 0; i + 2 < data.length; i += 3) {
            float luminance = data[i] & 0xFF;
            int blue = (data[i + 1] & 0xFF) - 128;
            int red = (data[i + 2] & 0xFF) - 128;
            data[i] = clamp(luminance + 1.402f * red);
            data[i + 1] = clamp(luminance - 0.344136f * blue - 0.714136f * red);
            data[i + 2] = clamp(luminance + 1.772f * blue);
        }
    }

    private static byte clamp(float value) {
        return (byte) Math.max(0, Math.min(255, Math.round(value)));
    }
}
