package netreader.ui.shelf;

import java.util.Arrays;

/** A text's place among others; see {@link SortKeys}. */
final class SortKey implements Comparable<SortKey> {
    /** Before all others. */
    static final SortKey NONE = new SortKey(new byte[0]);

    private final byte[] bytes;

    SortKey(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int compareTo(SortKey other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SortKey key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
