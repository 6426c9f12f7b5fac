package netreader.client.internal;

import java.time.Duration;
import netreader.client.Client;

/**
 * How long the reader waits for what.
 *
 * @param connect for the connection, and again for the answer to hello
 * @param answer for a small reply
 * @param silence of the server after which it is asked whether it is there
 * @param ping for the answer to that
 * @param firstPause before the second attempt to connect
 * @param longestPause between two attempts, before the share that chance adds
 * @param resume for the server to come back in the middle of a transfer
 * @param format for the bundle of a book's format to come: readers and formats start at the same time
 */
record Patience(
        Duration connect,
        Duration answer,
        Duration silence,
        Duration ping,
        Duration firstPause,
        Duration longestPause,
        Duration resume,
        Duration format) {
    static final Patience DEFAULT = new Patience(
            Duration.ofSeconds(5),
            Client.CALL_TIMEOUT,
            Duration.ofMinutes(1),
            Duration.ofSeconds(10),
            Duration.ofMillis(250),
            Duration.ofSeconds(3),
            Duration.ofMinutes(1),
            Duration.ofSeconds(5));
}
