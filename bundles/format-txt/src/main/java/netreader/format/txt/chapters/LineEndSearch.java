package netreader.format.txt.chapters;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import netreader.format.txt.file.CodeUnit;

/** Finds the ends of lines, eight bytes at a time where units are bytes. Any thread. */
final class LineEndSearch {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long LFS = ONES * '\n';
    private static final long CRS = ONES * '\r';

    private final CodeUnit unit;

    LineEndSearch(CodeUnit unit) {
        this.unit = unit;
    }

    /**
     * Index of the first CR or LF at or after one, -1 if there is none. These bytes are never parts of other characters
     * in a charset whose units are bytes.
     */
    int next(byte[] text, int from) {
        return unit.bytes() == 1 ? nextByte(text, from) : nextUnit(text, from);
    }

    private static int nextByte(byte[] text, int from) {
        int i = from;
        for (; i + 8 <= text.length; i += 8) {
            long eight = (long) LONG.get(text, i);
            long found = zeros(eight ^ LFS) | zeros(eight ^ CRS);
            if (found != 0) {
                return i + Long.numberOfTrailingZeros(found) / 8;
            }
        }
        for (; i < text.length; i++) {
            if (text[i] == '\n' || text[i] == '\r') {
                return i;
            }
        }
        return -1;
    }

    /** The high bit of each byte that is 0; the lowest one is exact. */
    private static long zeros(long bytes) {
        return (bytes - ONES) & ~bytes & HIGHS;
    }

    private int nextUnit(byte[] text, int from) {
        for (int i = from; i + unit.bytes() <= text.length; i += unit.bytes()) {
            byte b = text[i + unit.low()];
            if ((b == '\n' || b == '\r') && unit.at(text, i) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
