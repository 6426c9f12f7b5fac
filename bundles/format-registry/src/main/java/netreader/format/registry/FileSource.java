package netreader.format.registry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** The bytes of a file on this computer. Any thread. */
public final class FileSource implements ClosableSource {
    private final Path file;
    private final FileChannel channel;
    private final long size;

    private FileSource(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        this.size = channel.size();
    }

    public static FileSource open(Path file) throws IOException {
        return new FileSource(file, FileChannel.open(file));
    }

    @Override
    public Object book() {
        return file;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(long at, ByteBuffer to) throws IOException {
        int n = channel.read(to, at);
        if (n < 0 && at < size) {
            throw new IOException("The file has become shorter while it was read");
        }
        return n;
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
