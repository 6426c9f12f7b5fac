package netreader.format.kit;

import java.io.IOException;
import java.nio.ByteBuffer;
import netreader.format.BookSource;

/** Fails at one read and at all behind it, until it is mended. */
final class FailingSource extends CountingSource {
    private final long good;
    private volatile boolean mended;

    /** @param good how many reads succeed before the first that fails */
    FailingSource(BookSource source, long good) {
        super(source);
        this.good = good;
    }

    /** From now on reads succeed. */
    void mend() {
        mended = true;
    }

    boolean hasFailed() {
        return reads() > good;
    }

    @Override
    public int read(long at, ByteBuffer to) throws IOException {
        int position = to.position();
        int n = super.read(at, to);
        if (hasFailed() && !mended) {
            to.position(position);
            throw new IOException("the conformance kit lets this read fail");
        }
        return n;
    }
}
