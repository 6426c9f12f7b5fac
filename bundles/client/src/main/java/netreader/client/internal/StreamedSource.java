package netreader.client.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import netreader.format.Work;
import netreader.format.registry.ClosableSource;

/** A book's bytes from its copy on this computer, and from the server where the copy has none yet. Any thread. */
final class StreamedSource implements ClosableSource {
    private final ReadableCopy copy;
    private volatile Work work = Work.UNCANCELLED;
    private volatile boolean ended;

    StreamedSource(ReadableCopy copy) {
        this.copy = copy;
    }

    /** Who reads gives up waiting for the server when this work is cancelled. */
    void workFor(Work newWork) {
        work = newWork;
    }

    /** Nobody waits for the server any more. */
    void end() {
        ended = true;
    }

    @Override
    public long size() {
        return copy.size();
    }

    @Override
    public int read(long at, ByteBuffer to) throws IOException {
        Work reading = work;
        return copy.read(at, to, () -> ended || reading.cancelled());
    }

    @Override
    public void prefetch(long at, long length) {
        copy.prefetch(at, length);
    }

    /** The copy is closed by who opened it. */
    @Override
    public void close() {}
}
