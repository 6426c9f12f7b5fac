package netreader.format.txt.file;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks at eight bytes at a time, as a number whose lowest byte is the first. */
public final class EightBytes {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private EightBytes() {}

    /** @param index of the first of eight bytes that are there */
    public static long at(byte[] bytes, int index) {
        return (long) LONG.get(bytes, index);
    }

    /** Not 0 if any of the bytes is not ASCII. */
    public static long beyondAscii(long eight) {
        return eight & HIGHS;
    }

    /** Not 0 if any byte is this one, of ASCII; the lowest bit that is set is then in the first such byte. */
    public static long having(long eight, char wanted) {
        long zeros = eight ^ ONES * wanted;
        return (zeros - ONES) & ~zeros & HIGHS;
    }
}
