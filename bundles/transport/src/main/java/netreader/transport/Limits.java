package netreader.transport;

import java.time.Duration;
import java.util.Objects;

/**
 * What a server allows one connection. They are as they were when the connection began.
 *
 * @param request how long a request that has begun may take to arrive
 * @param idle how long a connection may be silent between two requests
 * @param stall how long a client may take to receive 256 KB
 */
public record Limits(Duration request, Duration idle, Duration stall) {
    public Limits {
        Objects.requireNonNull(request);
        Objects.requireNonNull(idle);
        Objects.requireNonNull(stall);
    }
}
