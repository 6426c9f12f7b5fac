package netreader.client.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void pausesGrowUpToTheLongestAndStartAnewAfterSuccess() {
        Backoff backoff = new Backoff(Patience.DEFAULT);
        for (int round = 0; round < 2; round++) {
            for (long millis : List.of(250, 500, 1000, 2000, 3000, 3000)) {
                Duration pause = backoff.pause();
                assertTrue(pause.toMillis() >= millis && pause.toMillis() <= millis * 3 / 2, millis + ": " + pause);
            }
            backoff.reset();
        }
    }

    @Test
    void readersDoNotComeAllAtOnce() {
        Set<Duration> pauses = new TreeSet<>();
        for (int reader = 0; reader < 100; reader++) {
            pauses.add(new Backoff(Patience.DEFAULT).pause());
        }
        assertTrue(pauses.size() > 20, pauses.toString());
    }
}
