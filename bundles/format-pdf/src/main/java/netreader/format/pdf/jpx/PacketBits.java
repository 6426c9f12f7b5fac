package netreader.format.pdf.jpx;

import java.io.IOException;

/** The bits of a packet's header; after a byte of all ones one bit is stuffed. One thread at a time. */
final class PacketBits {
    private final Piece in;
    private int current;
    private int left;

    PacketBits(Piece in) {
        this.in = in;
    }

    int bit() throws IOException {
        if (left == 0) {
            left = current == 0xFF ? 7 : 8;
            current = in.u8();
        }
        left--;
        return current >> left & 1;
    }

    int bits(int count) throws IOException {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 1 | bit();
        }
        return value;
    }

    /** Goes to the end of the header. */
    void align() throws IOException {
        if (current == 0xFF) {
            in.u8();
        }
        left = 0;
        current = 0;
    }

    /** How many passes a code block has in this packet: 1 to 164. */
    int passes() throws IOException {
        if (bit() == 0) {
            return 1;
        }
        if (bit() == 0) {
            return 2;
        }
        int few = bits(2);
        if (few < 3) {
            return 3 + few;
        }
        int more = bits(5);
        return more < 31 ? 6 + more : 37 + bits(7);
    }
}
