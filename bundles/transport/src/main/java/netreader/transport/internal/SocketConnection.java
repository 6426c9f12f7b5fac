package netreader.transport.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import netreader.transport.Connection;

/** A TCP connection on a blocking channel. */
final class SocketConnection implements Connection {
    /** So much is handed to the system at once: whether the peer takes anything is looked at in between. */
    private static final int PORTION_BYTES = 256 * 1024;

    /**
     * What the system keeps of what was sent and not received. Left alone it keeps megabytes of each connection, and
     * lets a sender go on only when a third of that has been received: a slow client would look like one that stalls.
     */
    private static final int SEND_BUFFER_BYTES = 256 * 1024;

    /** For what has arrived already. */
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private static final int COPY_BYTES = 64 * 1024;
    private static final long NEVER = Long.MAX_VALUE;

    private final long number;
    private final SocketChannel channel;
    /** The channel as the socket has it: can give up waiting, and knows what has arrived. */
    private final InputStream input;

    private final InetSocketAddress peer;
    private final Deadlines deadlines;
    private final Pace pace;
    private int pushedBack = -1;
    private volatile long readingEndsAt = NEVER;
    private volatile long writingEndsAt = NEVER;
    private Duration writeLimit = UNLIMITED;
    private volatile boolean readingLate;
    private volatile boolean writingLate;
    private volatile boolean waitingForInput;
    private volatile boolean inputEnds;

    /**
     * @param keepAlive silence after which the system asks for the peer, in whole seconds
     * @param bytesPerSecond that are sent at the most; 0 for any number
     */
    SocketConnection(long number, SocketChannel channel, Deadlines deadlines, Duration keepAlive, long bytesPerSecond)
            throws IOException {
        this.number = number;
        this.channel = channel;
        this.input = channel.socket().getInputStream();
        this.deadlines = deadlines;
        this.pace = new Pace(bytesPerSecond);
        this.peer = (InetSocketAddress) channel.getRemoteAddress();
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER_BYTES);
        KeepAlive.enable(channel, keepAlive);
        deadlines.watch(this);
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public InetSocketAddress peer() {
        return peer;
    }

    @Override
    public boolean secure() {
        return false;
    }

    /** The next read brings this byte first, and with it what has arrived by then. */
    void pushBack(int firstByte) {
        pushedBack = firstByte;
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
        if (takePushedBack(to)) {
            return 1 + readArrived(to);
        }
        waitingForInput = true;
        try {
            int n;
            if (inputEnds) {
                n = receive(to, AT_ONCE);
                n = n == 0 ? -1 : n;
            } else {
                n = channel.read(to);
            }
            if (n < 0 && readingLate) {
                throw new SocketTimeoutException("The peer took too long");
            }
            return n;
        } finally {
            waitingForInput = false;
        }
    }

    @Override
    public int read(ByteBuffer to, Duration patience) throws IOException {
        return takePushedBack(to) ? 1 + readArrived(to) : receive(to, patience);
    }

    private boolean takePushedBack(ByteBuffer to) {
        if (pushedBack < 0 || !to.hasRemaining()) {
            return false;
        }
        to.put((byte) pushedBack);
        pushedBack = -1;
        return true;
    }

    /** A dialect without an end mark takes what one read brings for one request: its first byte must not come alone. */
    private int readArrived(ByteBuffer to) throws IOException {
        return to.hasRemaining() && hasArrived() ? Math.max(0, channel.read(to)) : 0;
    }

    /** Whether a read would bring something at once. */
    private boolean hasArrived() throws IOException {
        return input.available() > 0;
    }

    private int receive(ByteBuffer to, Duration patience) throws IOException {
        byte[] bytes = new byte[to.remaining()];
        channel.socket().setSoTimeout(Math.toIntExact(Math.max(1, patience.toMillis())));
        try {
            int n = input.read(bytes);
            to.put(bytes, 0, Math.max(0, n));
            return n;
        } catch (SocketTimeoutException e) {
            return 0;
        }
    }

    @Override
    public void write(ByteBuffer... from) throws IOException {
        long bytes = 0;
        for (ByteBuffer buffer : from) {
            bytes += buffer.remaining();
        }
        if (bytes == pace.portion(bytes, PORTION_BYTES)) {
            writePortion(bytes, from); // a small reply and its body are one write
            return;
        }
        for (ByteBuffer buffer : from) {
            while (buffer.hasRemaining()) {
                int portion = pace.portion(buffer.remaining(), PORTION_BYTES);
                writePortion(portion, buffer.slice(buffer.position(), portion));
                buffer.position(buffer.position() + portion);
            }
        }
    }

    private void writePortion(long bytes, ByteBuffer... from) throws IOException {
        timed(() -> {
            for (long left = bytes; left > 0; ) {
                left -= from.length == 1 ? channel.write(from[0]) : channel.write(from);
            }
            return bytes;
        });
    }

    @Override
    public void sendFile(FileChannel file, long at, long length) throws IOException {
        for (long sent = 0; sent < length; ) {
            long from = at + sent;
            int portion = pace.portion(length - sent, PORTION_BYTES);
            long n = timed(() -> Math.max(0, file.transferTo(from, portion, channel)));
            sent += n;
            if (n == 0) { // On a virtual thread transferTo does not wait for the socket; writing does.
                ByteBuffer some = ByteBuffer.allocate(Math.min(portion, COPY_BYTES));
                if (file.read(some, from) < 0) {
                    throw new EOFException("The file has become shorter while it was sent");
                }
                sent += some.position();
                writePortion(some.position(), some.flip());
            }
        }
    }

    private interface Sending {
        /** Returns the number of bytes. */
        long send() throws IOException;
    }

    private long timed(Sending sending) throws IOException {
        pace.await();
        writingEndsAt = endOf(writeLimit);
        try {
            long n = sending.send();
            pace.sent(n);
            return n;
        } catch (IOException e) {
            throw explained(e);
        } finally {
            writingEndsAt = NEVER;
        }
    }

    @Override
    public void limitReading(Duration limit) {
        readingEndsAt = endOf(limit);
    }

    @Override
    public void limitWriting(Duration limit) {
        writeLimit = limit;
    }

    private static long endOf(Duration limit) {
        return limit.equals(UNLIMITED) ? NEVER : System.nanoTime() + limit.toNanos();
    }

    private static boolean isOver(long end, long now) {
        return end != NEVER && now - end > 0;
    }

    /** Ends what takes too long: a reader hears of it and may still say something, a stalled writer cannot. */
    void endIfLate(long now) {
        if (isOver(writingEndsAt, now)) {
            writingLate = true;
            reset();
        } else if (isOver(readingEndsAt, now) && !readingLate) {
            readingLate = true;
            shutdownInput();
        }
    }

    /** Whether the peer was too slow to say something. */
    boolean readingLate() {
        return readingLate;
    }

    /** The peer's words are over: what has arrived is still read, and its answers may be sent. */
    void endOfInput() {
        inputEnds = true;
        try {
            // What has arrived wakes the reader by itself; once the input is shut down, it could not be read any more.
            if (waitingForInput && !hasArrived()) {
                shutdownInput();
            }
        } catch (IOException e) {
            close();
        }
    }

    private void shutdownInput() {
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
        while (channel.read(ignored) >= 0) {
            ignored.clear();
        }
    }

    /** Closes without waiting for anything to arrive. */
    private void reset() {
        try {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException e) {
            // It is closed already, or it will be by and by.
        }
        close();
    }

    @Override
    public void close() {
        deadlines.forget(this);
        try {
            channel.shutdownOutput(); // before JDK 21 closing does not wake who sends a file
        } catch (IOException e) {
            // It is closed already.
        }
        try {
            channel.close();
        } catch (IOException e) {
            // There is nothing left to lose.
        }
    }

    private IOException explained(IOException e) {
        if (!writingLate) {
            return e;
        }
        SocketTimeoutException timeout = new SocketTimeoutException("The peer took too long to receive");
        timeout.initCause(e);
        return timeout;
    }
}
