package netreader.client.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import netreader.format.BookSource;

/** A copy on this computer. */
final class LocalFile implements BookSource, AutoCloseable {
    private final FileChannel channel;
    private final long size;

    LocalFile(Path file) throws IOException {
        this.channel = FileChannel.open(file);
        this.size = channel.size();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(long at, ByteBuffer to) throws IOException {
        return channel.read(to, at);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // A file that was only read loses nothing.
        }
    }
}
