package netreader.format.pdf.jpx;

import java.util.Arrays;
import netreader.format.pdf.jpx.CodeBlock.Chunk;
import netreader.format.pdf.jpx.CodeBlock.Segment;

/**
 * Decodes code blocks (ISO/IEC 15444-1, annex D). One thread at a time; it may decode one block after the other.
 *
 * <p>A word of flags stands for four samples, one below the other, as in OpenJPEG. For the sample in row {@code r}, moved
 * right by {@code 3 * r}, bits 0 to 8 tell which of its neighbours are significant (as in {@link Contexts}, bit 4 being
 * the sample itself), bit 19 that it is negative, 20 that it was refined before, and 21 that it was coded in this plane.
 * Bits 18 and 31 tell that the samples above and below the four are negative.
 */
final class BlockDecoder {
    private static final int NEAR = 0x1EF;
    private static final int SIGNIFICANT = 1 << 4;
    private static final int NEGATIVE_BIT = 19;
    private static final int REFINED = 1 << 20;
    private static final int CODED = 1 << 21;
    private static final int ALL_CODED = CODED | (CODED << 3) | (CODED << 6) | (CODED << 9);

    /** More planes do not fit into a number. */
    private static final int MOST_PLANES = 30;

    private final Arithmetic arithmetic = new Arithmetic();
    private byte[] buffer = new byte[1024];
    private int[] flags = new int[0];
    private byte[] significance = new byte[0];
    private boolean causal;
    private int width;
    private int height;
    private int stride;

    /** The samples of the last block, row by row, doubled: the lowest bit is the half by which a value is not known. */
    int[] values = new int[0];

    /** Decodes a block from the tile's packets. {@code planes} is how many bits its magnitudes have. */
    void decode(CodeBlock block, Band band, Coding coding, int planes, byte[] packets) {
        width = block.area.width();
        height = block.area.height();
        stride = width + 2;
        int words = stride * ((height + 3) / 4 + 2);
        if (flags.length < words) {
            flags = new int[words];
        }
        if (values.length < width * height) {
            values = new int[width * height];
        }
        Arrays.fill(flags, 0, words, 0);
        Arrays.fill(values, 0, width * height, 0);
        significance = Contexts.significance(band);
        causal = coding.has(Coding.CAUSAL);
        int plane = planes - block.zeroPlanes;
        if (plane > MOST_PLANES) {
            return;
        }
        arithmetic.reset();
        int kind = 2;
        int pass = 0;
        for (Segment segment : block.segments) {
            boolean raw = coding.has(Coding.BYPASS) && pass >= 10 && kind < 2;
            join(segment, packets);
            if (raw) {
                arithmetic.beginRaw(buffer, 0);
            } else {
                arithmetic.begin(buffer, 0);
            }
            for (int i = 0; i < segment.passes && plane >= 1; i++, pass++) {
                switch (kind) {
                    case 0 -> findSignificant(1 << plane, raw);
                    case 1 -> refine(1 << plane, raw);
                    default -> cleanUp(1 << plane, coding.has(Coding.SEGMENT_MARKS));
                }
                if (coding.has(Coding.RESET)) {
                    arithmetic.reset();
                }
                kind = (kind + 1) % 3;
                plane -= kind == 0 ? 1 : 0;
            }
            if (segment.passes < segment.announced) {
                return;
            }
        }
    }

    private void join(Segment segment, byte[] packets) {
        if (buffer.length < segment.length + 2) {
            buffer = new byte[2 * segment.length + 2];
        }
        int to = 0;
        for (Chunk each : segment.chunks) {
            System.arraycopy(packets, each.from(), buffer, to, each.length());
            to += each.length();
        }
        buffer[to] = -1;
        buffer[to + 1] = -1;
    }

    private void findSignificant(int one, boolean raw) {
        for (int y = 0; y < height; y += 4) {
            int rows = Math.min(4, height - y);
            int at = (y / 4 + 1) * stride + 1;
            for (int x = 0; x < width; x++, at++) {
                if (flags[at] == 0) {
                    continue;
                }
                for (int row = 0; row < rows; row++) {
                    int near = flags[at] >>> (3 * row);
                    if ((near & (SIGNIFICANT | CODED)) == 0 && (near & NEAR) != 0) {
                        int bit = raw ? arithmetic.rawBit() : arithmetic.bit(significance[near & NEAR]);
                        if (bit != 0) {
                            found(at, row, (y + row) * width + x, one, raw);
                        }
                        flags[at] |= CODED << (3 * row);
                    }
                }
            }
        }
    }

    private void refine(int one, boolean raw) {
        int half = one >> 1;
        for (int y = 0; y < height; y += 4) {
            int rows = Math.min(4, height - y);
            int at = (y / 4 + 1) * stride + 1;
            for (int x = 0; x < width; x++, at++) {
                if (flags[at] == 0) {
                    continue;
                }
                for (int row = 0; row < rows; row++) {
                    int near = flags[at] >>> (3 * row);
                    if ((near & (SIGNIFICANT | CODED)) == SIGNIFICANT) {
                        int context = (near & REFINED) != 0 ? 16 : (near & NEAR) != 0 ? 15 : 14;
                        int bit = raw ? arithmetic.rawBit() : arithmetic.bit(context);
                        int i = (y + row) * width + x;
                        int change = bit != 0 ? half : -half;
                        values[i] += values[i] < 0 ? -change : change;
                        flags[at] |= REFINED << (3 * row);
                    }
                }
            }
        }
    }

    private void cleanUp(int one, boolean marked) {
        for (int y = 0; y < height; y += 4) {
            int rows = Math.min(4, height - y);
            int at = (y / 4 + 1) * stride + 1;
            for (int x = 0; x < width; x++, at++) {
                int row = 0;
                if (flags[at] == 0 && rows == 4) {
                    if (arithmetic.bit(Contexts.RUN) == 0) {
                        continue;
                    }
                    row = arithmetic.bit(Contexts.UNIFORM) << 1;
                    row |= arithmetic.bit(Contexts.UNIFORM);
                    found(at, row, (y + row) * width + x, one, false);
                    row++;
                }
                for (; row < rows; row++) {
                    int near = flags[at] >>> (3 * row);
                    if ((near & (SIGNIFICANT | CODED)) == 0 && arithmetic.bit(significance[near & NEAR]) != 0) {
                        found(at, row, (y + row) * width + x, one, false);
                    }
                }
                flags[at] &= ~ALL_CODED;
            }
        }
        if (marked) {
            for (int i = 0; i < 4; i++) {
                arithmetic.bit(Contexts.UNIFORM);
            }
        }
    }

    /** A sample has become significant: reads its sign and tells its neighbours. */
    private void found(int at, int row, int index, int one, boolean raw) {
        int shift = 3 * row;
        int negative;
        if (raw) {
            negative = arithmetic.rawBit();
        } else {
            int word = flags[at];
            int signs = NEGATIVE_BIT + shift;
            int above = row == 0 ? word >>> 18 : word >>> (signs - 3);
            int near = ((word >>> shift) & 0xAA)
                    | ((flags[at - 1] >>> signs) & 1)
                    | ((flags[at + 1] >>> signs) & 1) << 2
                    | (above & 1) << 4
                    | ((word >>> (signs + 3)) & 1) << 6;
            int sign = Contexts.sign(near);
            negative = arithmetic.bit(sign & 31) ^ (sign >> 5);
        }
        int value = one | one >> 1;
        values[index] = negative != 0 ? -value : value;
        flags[at - 1] |= 1 << (5 + shift);
        flags[at] |= (negative << NEGATIVE_BIT | SIGNIFICANT) << shift;
        flags[at + 1] |= 1 << (3 + shift);
        if (row == 0 && !causal) {
            int north = at - stride;
            flags[north] |= negative << 31 | 1 << 16;
            flags[north - 1] |= 1 << 17;
            flags[north + 1] |= 1 << 15;
        }
        if (row == 3) {
            int south = at + stride;
            flags[south] |= negative << 18 | 1 << 1;
            flags[south - 1] |= 1 << 2;
            flags[south + 1] |= 1;
        }
    }
}
