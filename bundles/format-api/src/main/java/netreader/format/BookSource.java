package netreader.format;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Where a book's bytes come from. Positional; any thread. A read may wait for the disk or for the network. */
public interface BookSource {
    /** A book in memory, such as one that was made by a program; the bytes are not copied. */
    static BookSource of(byte[] bytes) {
        return new BookSource() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public int read(long at, ByteBuffer to) {
                if (at >= bytes.length) {
                    return -1;
                }
                int n = (int) Math.min(to.remaining(), bytes.length - at);
                to.put(bytes, (int) at, n);
                return n;
            }
        };
    }

    /** The number of bytes in the book; it does not change while the source is in use. */
    long size() throws IOException;

    /**
     * Reads some bytes, at least one unless the position is at or past the end or {@code to} is full.
     *
     * @param at offset of the first byte, from 0
     * @return the number of bytes read, or -1 at the end
     * @throws IOException if the bytes cannot be had, or the file behind them has changed
     */
    int read(long at, ByteBuffer to) throws IOException;

    /**
     * Says that some bytes will be read soon, so that a source for which each read is a round trip may get them all at
     * once. A hint: returns at once, and bytes outside of the book are ignored.
     *
     * @param at offset of the first byte, from 0
     * @param length in bytes
     */
    default void prefetch(long at, long length) {}

    /** Reads until {@code to} is full or the end is reached, and returns the number of bytes read (0 at the end). */
    default int readFully(long at, ByteBuffer to) throws IOException {
        int total = 0;
        while (to.hasRemaining()) {
            int n = read(at + total, to);
            if (n < 0) {
                break;
            }
            total += n;
        }
        return total;
    }
}
