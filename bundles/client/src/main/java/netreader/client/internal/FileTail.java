package netreader.client.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.util.Optional;
import netreader.protocol.ErrorCode;
import netreader.protocol.ProtocolException;

/** Appends what arrives to a file, byte by byte if it comes so; writes nothing more once it is closed. Any thread. */
final class FileTail implements ServerLink.BodySink, Closeable {
    private final FileChannel file;
    private final long limit;
    private long end;
    private Optional<IOException> failure = Optional.empty();
    private boolean closed;

    /** @param limit bytes that the whole file has */
    FileTail(FileChannel file, long limit) throws IOException {
        this.file = file;
        this.limit = limit;
        this.end = file.size();
    }

    @Override
    public synchronized void take(ByteBuffer part) throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
        if (end + part.remaining() > limit) {
            throw new ProtocolException(ErrorCode.TOO_LARGE, "The server sends more than the file has");
        }
        try {
            while (part.hasRemaining()) {
                end += file.write(part, end);
            }
        } catch (IOException e) {
            failure = Optional.of(e);
            throw e;
        }
    }

    synchronized long end() {
        return end;
    }

    /** @throws IOException why the file could not be written, if it could not */
    synchronized void check() throws IOException {
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
