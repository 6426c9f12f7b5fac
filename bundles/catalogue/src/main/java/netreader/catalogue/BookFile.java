package netreader.catalogue;

import java.io.IOException;
import java.nio.channels.FileChannel;

/**
 * A book's file, open for reading.
 *
 * @param size in bytes when it was opened
 */
public record BookFile(FileChannel channel, long size) implements AutoCloseable {
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
