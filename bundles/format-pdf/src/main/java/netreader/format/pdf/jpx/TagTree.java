package netreader.format.pdf.jpx;

import java.io.IOException;

/** A tag tree: the smallest numbers of a grid, told from coarse to fine, each only as far as it is needed. */
final class TagTree {
    private final int[] widths = new int[32];
    private final int[] starts = new int[32];
    private final int levels;
    private final int[] value;
    private final boolean[] known;

    TagTree(int width, int height) {
        int level = 0;
        int total = 0;
        int w = width;
        int h = height;
        while (true) {
            widths[level] = w;
            starts[level] = total;
            total += w * h;
            level++;
            if (w * h <= 1) {
                break;
            }
            w = (w + 1) / 2;
            h = (h + 1) / 2;
        }
        levels = level;
        value = new int[total];
        known = new boolean[total];
    }

    /** Reads on until it is known whether the number at a place is below {@code limit}; tells so. */
    boolean isBelow(int x, int y, int limit, PacketBits bits) throws IOException {
        int least = 0;
        int node = 0;
        for (int level = levels - 1; level >= 0; level--) {
            node = starts[level] + (y >> level) * widths[level] + (x >> level);
            value[node] = Math.max(value[node], least);
            while (value[node] < limit && !known[node]) {
                if (bits.bit() == 1) {
                    known[node] = true;
                } else {
                    value[node]++;
                }
            }
            least = value[node];
        }
        return value[node] < limit;
    }

    /** The number at a place. */
    int read(int x, int y, int most, PacketBits bits) throws IOException {
        int limit = 1;
        while (!isBelow(x, y, limit, bits)) {
            limit++;
            if (limit > most) {
                throw new IOException("A packet of the JPEG 2000 picture is damaged");
            }
        }
        return limit - 1;
    }
}
