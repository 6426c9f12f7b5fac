package netreader.client.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import netreader.format.Work;
import netreader.format.registry.ClosableSource;

/** A book's bytes from its copy on this computer, and from the server where the copy has none yet. Any thread. */
final class StreamedSource implements ClosableSource {
    private final ReadableCopy copy;
    private volatile Work work = Work.UNCANCELLED;
    private volatile Work opening = Work.UNCANCELLED;
    private volatile boolean ended;
    private long waitedNanos;
    private int readers;
    private long lastChange;

    StreamedSource(ReadableCopy copy) {
        this.copy = copy;
    }

    /** Who reads gives up waiting for the server when this work is cancelled. */
    void workFor(Work newWork) {
        work = newWork;
    }

    /**
     * Until it is told otherwise, reads fail when this work is cancelled, also those that need not wait: a format that goes
     * through a whole book to open it ends then.
     */
    void openFor(Work newOpening) {
        opening = newOpening;
    }

    private synchronized void count(int more) {
        long now = System.nanoTime();
        waitedNanos += readers > 0 ? now - lastChange : 0;
        lastChange = now;
        readers += more;
    }

    /** For how long somebody has been reading so far, which is mostly waiting for the server. */
    synchronized Duration waited() {
        count(0);
        return Duration.ofNanos(waitedNanos);
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
        if (opening.cancelled()) {
            throw new IOException("Nobody waits for the book any more");
        }
        Work reading = work;
        count(1);
        try {
            return copy.read(at, to, () -> ended || reading.cancelled());
        } finally {
            count(-1);
        }
    }

    @Override
    public void prefetch(long at, long length) {
        copy.prefetch(at, length);
    }

    /** The copy is closed by who opened it. */
    @Override
    public void close() {}
}
