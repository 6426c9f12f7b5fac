package netreader.format.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import netreader.format.BookSource;

/** A book's source as a channel. One thread at a time. */
final class SourceChannel implements SeekableByteChannel {
    private final BookSource source;
    private long left;
    private long position;
    private boolean open = true;

    /** @param mostBytes how much may be read before {@link #unbounded} is called */
    SourceChannel(BookSource source, long mostBytes) {
        this.source = source;
        this.left = mostBytes;
    }

    /** From here on as much may be read as one likes. */
    void unbounded() {
        left = Long.MAX_VALUE;
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
        checkOpen();
        try {
            int n = source.read(position, to);
            position += Math.max(0, n);
            left -= Math.max(0, n);
            if (left < 0) {
                throw new Failures.TooMuch();
            }
            return n;
        } catch (Failures.TooMuch e) {
            throw e;
        } catch (IOException e) {
            throw new Failures.SourceFailure(e);
        }
    }

    @Override
    public long position() throws IOException {
        checkOpen();
        return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) throws IOException {
        checkOpen();
        if (newPosition < 0) {
            throw new IOException("The archive points in front of its begin");
        }
        position = newPosition;
        return this;
    }

    @Override
    public long size() throws IOException {
        checkOpen();
        return source.size();
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    private void checkOpen() throws ClosedChannelException {
        if (!open) {
            throw new ClosedChannelException();
        }
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
    }
}
