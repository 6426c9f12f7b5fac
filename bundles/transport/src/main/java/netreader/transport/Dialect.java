package netreader.transport;

import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A way to speak on a connection. Registered as an OSGi service; the first byte that a client sends chooses the dialect
 * that takes the connection.
 */
@ConsumerType
public interface Dialect {
    /** A short name for logs and for the shell. */
    String name();

    /** @param firstByte 0 to 255 */
    boolean begins(int firstByte);

    /**
     * Speaks until the client has nothing more to say; the transport closes the connection afterwards. Called on a
     * thread of its own for each connection.
     *
     * @param connection its first read brings the byte that chose the dialect
     * @throws IOException when the connection fails; that ends it and nothing else
     */
    void serve(Connection connection) throws IOException;
}
