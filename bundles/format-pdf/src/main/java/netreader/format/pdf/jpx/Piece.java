package netreader.format.pdf.jpx;

import java.io.EOFException;
import java.io.IOException;

/** A part of a file, read from its front as big-endian numbers. One thread at a time. */
final class Piece {
    final byte[] bytes;
    final int end;
    int at;

    Piece(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.end = to;
    }

    int left() {
        return end - at;
    }

    int u8() throws IOException {
        need(1);
        return bytes[at++] & 0xFF;
    }

    int u16() throws IOException {
        return u8() << 8 | u8();
    }

    long u32() throws IOException {
        return (long) u16() << 16 | u16();
    }

    /** The next {@code size} bytes, which this piece then has behind it. */
    Piece take(long size) throws IOException {
        need(size);
        Piece taken = new Piece(bytes, at, at + (int) size);
        at += (int) size;
        return taken;
    }

    private void need(long size) throws IOException {
        if (size < 0 || size > left()) {
            throw new EOFException("The JPEG 2000 picture ends too early");
        }
    }
}
