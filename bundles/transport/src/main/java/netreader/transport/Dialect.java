package netreader.transport;

import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A way to speak on a connection. Registered as an OSGi service; the first byte that a client sends chooses the dialect
 * that takes the connection. The one with the highest {@code service.ranking} also speaks to clients that have not said
 * anything.
 */
@ConsumerType
public interface Dialect {
    /** A short name for logs and for the shell. */
    String name();

    /** @param firstByte 0 to 255 */
    boolean begins(int firstByte);

    /**
     * Speaks until the client has nothing more to say; the transport closes the connection afterwards. Called on a
     * thread of its own for each connection. Writing is limited already; the dialect limits reading, as it alone knows
     * where a request begins and ends.
     *
     * @param connection its first read brings the byte that chose the dialect, and what has arrived with it
     * @throws IOException when the connection fails; that ends it and nothing else. A
     *     {@link java.net.SocketTimeoutException} from reading is let through: {@link #refuse} tells the client
     */
    void serve(Connection connection, Limits limits) throws IOException;

    /**
     * Tells a client that it is not served, or not any longer; the transport closes the connection afterwards. A
     * dialect in which this cannot be said sends nothing.
     *
     * @param sentence says it for people
     */
    void refuse(Connection connection, Refusal why, String sentence) throws IOException;
}
