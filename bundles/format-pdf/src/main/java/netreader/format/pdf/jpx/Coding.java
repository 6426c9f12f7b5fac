package netreader.format.pdf.jpx;

import java.io.IOException;

/**
 * How the coefficients of a component are coded: the common part of the COD and COC markers.
 *
 * @param levels how often the wavelet halved the component, 0 to 32
 * @param blockWidth of a code block, as a power of two
 * @param style the bits of a code block's style
 * @param precincts for each resolution the width (low four bits) and height of its precincts, as powers of two
 */
@SuppressWarnings("ArrayRecordComponent") // compared by no one
record Coding(int levels, int blockWidth, int blockHeight, int style, boolean reversible, byte[] precincts) {
    static final int BYPASS = 1;
    static final int RESET = 2;
    static final int TERMINATE = 4;
    static final int CAUSAL = 8;
    static final int SEGMENT_MARKS = 32;

    static Coding read(Piece in, boolean ownPrecincts) throws IOException {
        int levels = in.u8();
        int blockWidth = in.u8() + 2;
        int blockHeight = in.u8() + 2;
        int style = in.u8();
        int transform = in.u8();
        if (levels > 32 || blockWidth > 10 || blockHeight > 10 || blockWidth + blockHeight > 12 || transform > 1) {
            throw new IOException("The coding of the JPEG 2000 picture is damaged");
        }
        if ((style & 0x40) != 0) {
            throw new IOException("High-throughput JPEG 2000 is not supported");
        }
        byte[] precincts = new byte[levels + 1];
        for (int i = 0; i <= levels; i++) {
            precincts[i] = ownPrecincts ? (byte) in.u8() : (byte) 0xFF;
            if (i > 0 && ((precincts[i] & 0xF) == 0 || (precincts[i] & 0xF0) == 0)) {
                throw new IOException("The precincts of the JPEG 2000 picture are damaged");
            }
        }
        return new Coding(levels, blockWidth, blockHeight, style, transform == 1, precincts);
    }

    int precinctWidth(int resolution) {
        return precincts[resolution] & 0xF;
    }

    int precinctHeight(int resolution) {
        return precincts[resolution] >> 4 & 0xF;
    }

    boolean has(int styleBit) {
        return (style & styleBit) != 0;
    }
}
