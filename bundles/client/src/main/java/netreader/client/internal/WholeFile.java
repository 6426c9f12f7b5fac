package netreader.client.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import netreader.client.Transferred;
import netreader.format.Work;
import netreader.format.registry.FileSource;

/** A file of which nothing is missing. Any thread. */
final class WholeFile implements ReadableCopy {
    private final FileSource file;

    WholeFile(Path path) throws IOException {
        file = FileSource.open(path);
    }

    @Override
    public long size() {
        return file.size();
    }

    @Override
    public int read(long at, ByteBuffer to, Work work) throws IOException {
        return file.read(at, to);
    }

    @Override
    public void prefetch(long at, long length) {}

    @Override
    public Transferred transferred() {
        return new Transferred(0, 0, 0);
    }

    @Override
    public void close() {
        file.close();
    }
}
