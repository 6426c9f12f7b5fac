package netreader.format;

import java.time.Duration;

/**
 * Work for which there is only so much time, counted from the first time that it asks, which it may always do: so a piece
 * gets done. For one call.
 */
public final class ShortWork implements Work {
    private final Duration limit;
    private long end;
    private boolean begun;

    public ShortWork(Duration limit) {
        this.limit = limit;
    }

    @Override
    public synchronized boolean cancelled() {
        long now = System.nanoTime();
        if (!begun) {
            begun = true;
            end = now + limit.toNanos();
            return false;
        }
        return now - end >= 0;
    }
}
