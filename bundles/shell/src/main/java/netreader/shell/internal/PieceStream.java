package netreader.shell.internal;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A stream among several on one connection: what is written goes out in pieces that bear its type. */
final class PieceStream extends OutputStream {
    private final DataOutputStream to;
    private final char type;

    /** @param to locked while a piece is written */
    PieceStream(DataOutputStream to, char type) {
        this.to = to;
        this.type = type;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return;
        }
        synchronized (to) {
            to.writeByte(type);
            to.writeInt(length);
            to.write(bytes, offset, length);
            to.flush();
        }
    }
}
