package netreader.client.internal;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses between attempts: twice as long each time up to a longest, and up to half as long again by chance. */
final class Backoff {
    private final long first;
    private final long longest;
    private long next;

    Backoff(Patience patience) {
        first = patience.firstPause().toMillis();
        longest = patience.longestPause().toMillis();
        next = first;
    }

    /** Something has succeeded: the next pause is a short one. */
    void reset() {
        next = first;
    }

    Duration pause() {
        // A server that comes back is not asked by all its readers at the same moment.
        long millis = next + ThreadLocalRandom.current().nextLong(next / 2 + 1);
        next = Math.min(next * 2, longest);
        return Duration.ofMillis(millis);
    }
}
