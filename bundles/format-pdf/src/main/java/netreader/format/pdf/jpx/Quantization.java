package netreader.format.pdf.jpx;

import java.io.IOException;

/**
 * How the coefficients of a component were quantized: the common part of the QCD and QCC markers.
 *
 * @param derived whether only the lowest band's step is stated, and the others follow from it
 * @param steps for each band the exponent and, in the low eleven bits, the mantissa of its step
 */
@SuppressWarnings("ArrayRecordComponent") // compared by no one
record Quantization(int guardBits, boolean derived, int[] steps) {
    static Quantization read(Piece in) throws IOException {
        int style = in.u8();
        boolean exponentsOnly = (style & 0x1F) == 0;
        int[] steps = new int[exponentsOnly ? in.left() : in.left() / 2];
        if (steps.length == 0 || (style & 0x1F) > 2) {
            throw new IOException("The quantization of the JPEG 2000 picture is damaged");
        }
        for (int i = 0; i < steps.length; i++) {
            steps[i] = exponentsOnly ? in.u8() >> 3 << 11 : in.u16();
        }
        return new Quantization(style >> 5, (style & 0x1F) == 1, steps);
    }

    /** The exponent of a band's step; the band's number counts from the lowest, three for each resolution but the first. */
    int exponent(int band) {
        if (derived) {
            int resolution = (band + 2) / 3;
            return Math.max(0, (steps[0] >> 11) - Math.max(0, resolution - 1));
        }
        return steps[Math.min(band, steps.length - 1)] >> 11;
    }

    /** What the band's step is above a power of two, in 2048ths. */
    int mantissa(int band) {
        return steps[derived ? 0 : Math.min(band, steps.length - 1)] & 0x7FF;
    }

    /** How many bits a coefficient's magnitude has in the band. */
    int magnitudeBits(int band) {
        return guardBits + exponent(band) - 1;
    }
}
