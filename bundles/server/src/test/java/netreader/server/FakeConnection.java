package netreader.server;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import netreader.transport.Connection;

/** A connection whose bytes a test gives and keeps. */
final class FakeConnection implements Connection {
    final Deque<byte[]> incoming = new ArrayDeque<>();
    final List<String> sent = new ArrayList<>();
    /** The limits under which was read. */
    final List<Duration> readUnder = new ArrayList<>();

    /** Runs after each write. */
    Runnable written = () -> {};

    private Duration readingLimit = UNLIMITED;

    @Override
    public long number() {
        return 1;
    }

    @Override
    public SocketAddress peer() {
        return new InetSocketAddress(0);
    }

    @Override
    public boolean secure() {
        return false;
    }

    @Override
    public int read(ByteBuffer to) {
        readUnder.add(readingLimit);
        if (incoming.isEmpty()) {
            return -1;
        }
        byte[] next = incoming.remove();
        to.put(next);
        return next.length;
    }

    @Override
    public int read(ByteBuffer to, Duration patience) {
        return read(to);
    }

    @Override
    public synchronized void write(ByteBuffer... from) {
        StringBuilder text = new StringBuilder();
        for (ByteBuffer buffer : from) {
            text.append(StandardCharsets.UTF_8.decode(buffer));
        }
        sent.add(text.toString());
        written.run();
    }

    @Override
    public void sendFile(FileChannel file, long at, long length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void limitReading(Duration limit) {
        readingLimit = limit;
    }

    @Override
    public void limitWriting(Duration limit) {}

    @Override
    public void close() {}
}
