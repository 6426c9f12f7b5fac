package netreader.format.kit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import netreader.format.BookSource;

/** Counts what is read of a source. */
class CountingSource implements BookSource {
    private final BookSource source;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong reads = new AtomicLong();

    CountingSource(BookSource source) {
        this.source = source;
    }

    long bytesRead() {
        return bytes.get();
    }

    /** How many times somebody has read. */
    long reads() {
        return reads.get();
    }

    @Override
    public long size() throws IOException {
        return source.size();
    }

    @Override
    public int read(long at, ByteBuffer to) throws IOException {
        if (at < 0) {
            throw new IllegalArgumentException("The format read at " + at + ", before the beginning of the file");
        }
        reads.incrementAndGet();
        int n = source.read(at, to);
        bytes.addAndGet(Math.max(0, n));
        return n;
    }
}
