package netreader.ui.work;

/**
 * How a transfer goes.
 *
 * @param title of the book
 * @param received bytes that are here
 * @param total bytes in all; 0 while unknown
 * @param bytesPerSecond averaged since the transfer began; 0 while unknown
 * @param cancelled what to do when the user has cancelled it; background work that was cancelled calls nobody back
 */
public record Transfer(
        String title, long received, long total, long bytesPerSecond, Running running, Runnable cancelled) {
    /** 0 to 1. */
    public double fraction() {
        return total <= 0 ? 0 : Math.min(1, (double) received / total);
    }
}
