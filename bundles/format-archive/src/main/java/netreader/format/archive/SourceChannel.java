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
    private long position;
    private boolean open = true;

    SourceChannel(BookSource source) {
        this.source = source;
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
        checkOpen();
        try {
            int n = source.read(position, to);
            position += Math.max(0, n);
            return n;
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
