package netreader.client;

import java.util.Objects;
import java.util.Optional;

/**
 * How things stand between the reader and its server.
 *
 * @param problem why the server could not be reached or was lost; empty while connected
 */
public record Connectivity(State state, Optional<ClientException> problem) {
    /** What the client is doing about its connection. */
    public enum State {
        /** The first attempt is under way. */
        CONNECTING,
        CONNECTED,
        /** The server is away; the client tries again by itself. */
        WAITING,
        CLOSED
    }

    public Connectivity {
        Objects.requireNonNull(state);
        Objects.requireNonNull(problem);
    }
}
