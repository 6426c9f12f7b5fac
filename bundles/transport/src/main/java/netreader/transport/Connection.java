package netreader.transport;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;

/**
 * A stream of bytes in both directions. One thread may read while another writes; {@link #close()} and the limits
 * may be used from any.
 */
public interface Connection extends Closeable {
    /** As good as no limit. */
    Duration UNLIMITED = Duration.ofDays(10_000);

    /** Counts from 1 in each process. */
    long number();

    SocketAddress peer();

    /** Whether nobody on the way can read along. */
    boolean secure();

    /**
     * Waits for at least one byte.
     *
     * @return the number of bytes read; -1 when the peer has nothing more to say
     * @throws java.net.SocketTimeoutException when the limit has passed; nothing can be read any more
     */
    int read(ByteBuffer to) throws IOException;

    /**
     * Waits for at least one byte, but not long; unlike a limit, a wait in vain harms nothing.
     *
     * @return the number of bytes read; 0 when nothing came; -1 when the peer has nothing more to say
     */
    int read(ByteBuffer to, Duration patience) throws IOException;

    /**
     * Writes everything, in one call of the system if the peer takes it.
     *
     * @throws java.net.SocketTimeoutException when the limit has passed
     */
    void write(ByteBuffer... from) throws IOException;

    /**
     * Sends a range of a file without copying it through this process where the system can do that.
     *
     * @throws IOException also if the file is shorter than the range
     */
    void sendFile(FileChannel file, long at, long length) throws IOException;

    /** Reading may take this long from now on; then whoever waits for it hears that it took too long. */
    void limitReading(Duration limit);

    /**
     * From now on each write, and each 256 KB of a long one, may take so long; then the connection is reset under
     * whoever waits for it.
     */
    void limitWriting(Duration limit);
}
