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
     * @throws java.net.SocketTimeoutException when the limit has passed
     */
    int read(ByteBuffer to) throws IOException;

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

    /** Reading may take this long from now on; then the connection is closed under whoever waits for it. */
    void limitReading(Duration limit);

    /** Writing may take this long from now on; then the connection is closed under whoever waits for it. */
    void limitWriting(Duration limit);
}
