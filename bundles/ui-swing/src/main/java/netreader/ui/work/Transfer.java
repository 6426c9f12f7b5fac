package netreader.ui.work;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a transfer goes.
 *
 * @param title of the book
 * @param received bytes that are here
 * @param total bytes in all; 0 while unknown
 * @param bytesPerSecond averaged since the transfer began; 0 while unknown
 * @param cancelled what to do when the user has cancelled it; background work that was cancelled calls nobody back
 * @param resume goes on with it after that; empty if it cannot be gone on with
 */
public record Transfer(
        String title,
        long received,
        long total,
        long bytesPerSecond,
        Running running,
        Runnable cancelled,
        Optional<Runnable> resume) {
    /** 0 to 1. */
    public double fraction() {
        return total <= 0 ? 0 : Math.min(1, (double) received / total);
    }

    /** How long it will take at this speed; empty while that is unknown. */
    public OptionalLong secondsLeft() {
        return bytesPerSecond <= 0 || total <= received
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(1, (total - received) / bytesPerSecond));
    }
}
