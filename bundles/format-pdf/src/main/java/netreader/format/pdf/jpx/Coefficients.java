package netreader.format.pdf.jpx;

import java.util.function.BooleanSupplier;

/**
 * The coefficients of a tile's component, which become its samples: integers if its wavelet is reversible, else floats.
 * Different code blocks may be decoded into it at the same time.
 */
final class Coefficients {
    private static final int[] NO_INTEGERS = {};
    private static final float[] NO_FLOATS = {};

    private final TileComponent component;
    private final int resolutions;
    private final int shift;
    private final Area area;
    private final int[] integers;
    private final float[] floats;
    private volatile boolean empty = true;

    Coefficients(TileComponent component, int reduction, int shift) {
        this.component = component;
        this.resolutions = component.coding.levels() + 1 - reduction;
        this.shift = shift;
        this.area = component.resolutions.get(resolutions - 1);
        int size = area.width() * area.height();
        this.integers = component.coding.reversible() ? new int[size] : NO_INTEGERS;
        this.floats = component.coding.reversible() ? NO_FLOATS : new float[size];
    }

    /** Decodes a block into its place. */
    void decode(BlockDecoder decoder, Band band, CodeBlock block, byte[] packets) {
        decoder.decode(block, band, component.coding, band.bits() + shift, packets);
        empty = false;
        int width = block.area.width();
        int height = block.area.height();
        int[] values = decoder.values;
        if (shift > 0) {
            lower(values, width * height);
        }
        int x = band.x() + block.area.x0() - band.area().x0();
        int y = band.y() + block.area.y0() - band.area().y0();
        float step = band.step() / 2;
        for (int row = 0; row < height; row++) {
            int to = (y + row) * area.width() + x;
            int from = row * width;
            if (component.coding.reversible()) {
                for (int i = 0; i < width; i++) {
                    integers[to + i] = values[from + i] / 2;
                }
            } else {
                for (int i = 0; i < width; i++) {
                    floats[to + i] = values[from + i] * step;
                }
            }
        }
    }

    /** Brings a region of interest, which was raised above all else, back to where it was. */
    private void lower(int[] values, int count) {
        long least = 2L << shift;
        for (int i = 0; i < count; i++) {
            int magnitude = Math.abs(values[i]);
            if (magnitude >= least) {
                values[i] = values[i] < 0 ? -(magnitude >> shift) : magnitude >> shift;
            }
        }
    }

    /** Puts the resolutions together. */
    void join(BooleanSupplier cancelled) {
        if (empty || area.isEmpty()) {
            return;
        }
        Wavelet<?> wavelet = component.coding.reversible()
                ? new ReversibleWavelet(integers, area.width())
                : new IrreversibleWavelet(floats, area.width());
        for (int r = 1; r < resolutions && !cancelled.getAsBoolean(); r++) {
            wavelet.join(component.resolutions.get(r));
        }
    }

    /** Makes red, green and blue of this component and two others, which are a luminance and two differences. */
    void mix(Coefficients second, Coefficients third) {
        for (int i = 0; i < integers.length; i++) {
            int green = integers[i] - ((second.integers[i] + third.integers[i]) >> 2);
            integers[i] = third.integers[i] + green;
            third.integers[i] = second.integers[i] + green;
            second.integers[i] = green;
        }
        for (int i = 0; i < floats.length; i++) {
            float luminance = floats[i];
            float blue = second.floats[i];
            float red = third.floats[i];
            floats[i] = luminance + 1.402f * red;
            second.floats[i] = luminance - 0.344136f * blue - 0.714136f * red;
            third.floats[i] = luminance + 1.772f * blue;
        }
    }

    /** Writes the samples into their place in the picture. */
    void write(Grid.Component of, Plane plane) {
        // A signed sample is shown as if it had been unsigned: its zero in the middle.
        int middle = 1 << (of.precision() - 1);
        int most = (int) ((1L << of.precision()) - 1);
        int drop = of.precision() - plane.bits();
        for (int y = 0; y < area.height(); y++) {
            int from = y * area.width();
            int to = plane.index(area.x0(), area.y0() + y);
            for (int x = 0; x < area.width(); x++, to += plane.step()) {
                int value = floats.length > 0 ? Math.round(floats[from + x]) : integers[from + x];
                plane.data()[to] = (byte) (Math.max(0, Math.min(most, value + middle)) >> drop);
            }
        }
    }
}
