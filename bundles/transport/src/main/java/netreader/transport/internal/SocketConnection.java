package netreader.transport.internal;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import netreader.transport.Connection;

/** A TCP connection on a blocking channel. */
final class SocketConnection implements Connection {
    private static final int COPY_BYTES = 256 * 1024;

    private final long number;
    private final SocketChannel channel;
    private final SocketAddress peer;
    private final Deadlines deadlines;
    private int pushedBack = -1;
    private volatile long readingEndsAt = endOf(UNLIMITED);
    private volatile long writingEndsAt = endOf(UNLIMITED);
    private volatile boolean late;

    SocketConnection(long number, SocketChannel channel, Deadlines deadlines) throws IOException {
        this.number = number;
        this.channel = channel;
        this.deadlines = deadlines;
        this.peer = channel.getRemoteAddress();
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        deadlines.watch(this);
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public SocketAddress peer() {
        return peer;
    }

    @Override
    public boolean secure() {
        return false;
    }

    /** The next read brings this byte first. */
    void pushBack(int firstByte) {
        pushedBack = firstByte;
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
        if (pushedBack >= 0 && to.hasRemaining()) {
            to.put((byte) pushedBack);
            pushedBack = -1;
            return 1;
        }
        try {
            return channel.read(to);
        } catch (IOException e) {
            throw explained(e);
        }
    }

    @Override
    public void write(ByteBuffer... from) throws IOException {
        try {
            for (ByteBuffer buffer : from) {
                while (buffer.hasRemaining()) {
                    channel.write(from); // all of them together, if the peer takes so much
                }
            }
        } catch (IOException e) {
            throw explained(e);
        }
    }

    @Override
    public void sendFile(FileChannel file, long at, long length) throws IOException {
        long sent = 0;
        ByteBuffer buffer = null;
        try {
            while (sent < length) {
                long n = file.transferTo(at + sent, length - sent, channel);
                if (n <= 0) { // On a virtual thread transferTo does not wait for the socket; a copy does.
                    buffer = buffer == null ? ByteBuffer.allocateDirect(COPY_BYTES) : buffer;
                    n = copy(file, at + sent, length - sent, buffer);
                }
                sent += n;
            }
        } catch (IOException e) {
            throw explained(e);
        }
    }

    private int copy(FileChannel file, long at, long length, ByteBuffer buffer) throws IOException {
        buffer.clear().limit((int) Math.min(COPY_BYTES, length));
        int n = file.read(buffer, at);
        if (n < 0) {
            throw new EOFException("The file has become shorter while it was sent");
        }
        write(buffer.flip());
        return n;
    }

    @Override
    public void limitReading(Duration limit) {
        readingEndsAt = endOf(limit);
    }

    @Override
    public void limitWriting(Duration limit) {
        writingEndsAt = endOf(limit);
    }

    private static long endOf(Duration limit) {
        return System.nanoTime() + limit.toNanos();
    }

    void closeIfLate(long now) {
        if (now - readingEndsAt > 0 || now - writingEndsAt > 0) {
            late = true;
            close();
        }
    }

    /** The peer's words are over; what is being answered may still be sent. */
    void endOfInput() {
        try {
            channel.shutdownInput();
        } catch (IOException e) {
            close();
        }
    }

    /** Says that nothing more comes, and hears the peer out: closing over unread bytes would reset what was sent. */
    void endOrderly(Duration limit) throws IOException {
        limitReading(limit);
        channel.shutdownOutput();
        ByteBuffer ignored = ByteBuffer.allocate(8192);
        while (read(ignored) >= 0) {
            ignored.clear();
        }
    }

    @Override
    public void close() {
        deadlines.forget(this);
        try {
            channel.close();
        } catch (IOException e) {
            // There is nothing left to lose.
        }
    }

    private IOException explained(IOException e) {
        if (!late) {
            return e;
        }
        SocketTimeoutException timeout = new SocketTimeoutException("The peer took too long");
        timeout.initCause(e);
        return timeout;
    }
}
