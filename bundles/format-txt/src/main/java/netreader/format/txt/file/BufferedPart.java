package netreader.format.txt.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import netreader.format.BookSource;

/** A file of which one part is in memory. Any thread. */
final class BufferedPart implements BookSource {
    private final BookSource whole;
    private final long start;
    private final byte[] part;

    /** @param start offset of the part in the file */
    BufferedPart(BookSource whole, long start, byte[] part) {
        this.whole = whole;
        this.start = start;
        this.part = part;
    }

    @Override
    public long size() throws IOException {
        return whole.size();
    }

    @Override
    public int read(long at, ByteBuffer to) throws IOException {
        boolean inPart = at >= start && at + to.remaining() <= start + part.length;
        if (!inPart) {
            return whole.read(at, to);
        }
        int n = to.remaining();
        to.put(part, (int) (at - start), n);
        return n;
    }
}
