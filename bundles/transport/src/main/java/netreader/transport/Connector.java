package netreader.transport;

import java.io.IOException;
import java.time.Duration;

/** The reader's side: reaches servers. */
public interface Connector {
    /**
     * Connects; the connection is not limited afterwards.
     *
     * @param host a name or an address
     * @throws IOException with a sentence that names the address
     */
    Connection connect(String host, int port, Duration limit) throws IOException;
}
