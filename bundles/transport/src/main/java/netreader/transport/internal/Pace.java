package netreader.transport.internal;

import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;

/** Slows a sender down to so many bytes a second. One thread at a time. */
final class Pace {
    /** What may be sent at once after a silence, as a part of a second's bytes. */
    private static final int BURSTS_PER_SECOND = 8;

    private final long bytesPerSecond;
    private long nextAt = System.nanoTime();

    /** @param bytesPerSecond 0 for any number */
    Pace(long bytesPerSecond) {
        this.bytesPerSecond = bytesPerSecond;
    }

    /** How many bytes of so many are sent next. */
    int portion(long bytes, int most) {
        long portion = Math.min(bytes, most);
        if (bytesPerSecond > 0) {
            portion = Math.min(portion, Math.max(1, bytesPerSecond / BURSTS_PER_SECOND));
        }
        return (int) portion;
    }

    /** Waits until what was sent before has had its time. */
    void await() throws InterruptedIOException {
        long wait = bytesPerSecond == 0 ? 0 : nextAt - System.nanoTime();
        if (wait > 0) {
            try {
                TimeUnit.NANOSECONDS.sleep(wait);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("Sending was interrupted");
            }
        }
    }

    void sent(long bytes) {
        if (bytesPerSecond > 0) {
            long time = (long) ((double) bytes / bytesPerSecond * TimeUnit.SECONDS.toNanos(1));
            nextAt = Math.max(nextAt, System.nanoTime()) + time;
        }
    }
}
