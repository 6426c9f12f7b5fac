package netreader.client.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import netreader.client.Transferred;
import netreader.format.Work;

/** A copy that is being read, of which parts may still be missing. Any thread. */
interface ReadableCopy extends Closeable {
    /** Bytes of the whole file. */
    long size();

    /**
     * Reads, and waits for what is missing.
     *
     * @param work ends the wait when it is cancelled
     * @return the number of bytes, at least one; -1 at the end of the file
     * @throws Unavailable why it cannot be had
     */
    int read(long at, ByteBuffer to, Work work) throws IOException;

    /** See {@link netreader.format.BookSource#prefetch}. */
    void prefetch(long at, long length);

    /** What came over the network for the copy, for whomever. */
    Transferred transferred();

    @Override
    void close();
}
