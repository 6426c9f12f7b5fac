package netreader.transport.internal;

import java.time.Duration;
import netreader.transport.Limits;

/**
 * The configuration, checked.
 *
 * @param firstByte how long a new connection may stay silent
 * @param keepAlive silence after which the system asks whether the peer is still there
 * @param bytesPerSecond sent on each connection; 0 for any number
 * @param stop how long requests may still run when the server stops
 */
record Settings(
        String host,
        int port,
        int maxConnections,
        int maxConnectionsPerAddress,
        Duration firstByte,
        Limits limits,
        Duration keepAlive,
        long bytesPerSecond,
        Duration stop) {
    private static final int A_DAY = 86_400;
    private static final int MANY = 1_000_000;

    /** @throws IllegalArgumentException with a sentence that names what cannot be used */
    static Settings of(TransportConfig config) {
        try {
            return new Settings(
                    config.host(),
                    within("port", config.port(), 0, 65_535),
                    within("maxConnections", config.maxConnections(), 1, MANY),
                    within("maxConnectionsPerAddress", config.maxConnectionsPerAddress(), 1, MANY),
                    seconds("firstByteTimeoutInSeconds", config.firstByteTimeoutInSeconds()),
                    new Limits(
                            seconds("requestTimeoutInSeconds", config.requestTimeoutInSeconds()),
                            seconds("idleTimeoutInSeconds", config.idleTimeoutInSeconds()),
                            seconds("stallTimeoutInSeconds", config.stallTimeoutInSeconds())),
                    Duration.ofSeconds(within("keepAliveInSeconds", config.keepAliveInSeconds(), 1, 32_767)),
                    positive("maxBytesPerSecond", config.maxBytesPerSecond()),
                    Duration.ofMillis(within("stopTimeoutInMillis", config.stopTimeoutInMillis(), 0, 600_000)));
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (RuntimeException e) { // a word where a number should be: declarative services' own exception
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IllegalArgumentException(
                    "A setting of netreader.transport is no number. " + cause.getMessage(), e);
        }
    }

    boolean sameAddress(Settings other) {
        return host.equals(other.host) && port == other.port;
    }

    private static Duration seconds(String name, int value) {
        return Duration.ofSeconds(within(name, value, 1, A_DAY));
    }

    private static int within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    name + " of netreader.transport is a number from " + least + " to " + most + ", not " + value);
        }
        return value;
    }

    private static long positive(String name, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " of netreader.transport is 0 or more, not " + value);
        }
        return value;
    }
}
