package netreader.client.internal.painting;

import java.time.Duration;
import netreader.client.PageScale;
import netreader.format.PageSize;

/**
 * What painting a page may take.
 *
 * @param page time for a page; then what was drawn is shown
 * @param hung how long painting may go on after it was cancelled
 * @param slow a page that is expected to take longer is shown in low resolution first
 * @param patience after which a page is shown as it grows
 * @param growth between two pictures of a page that grows
 * @param grace for a page that is painted ahead, before it gives way to another call
 * @param pixels the most for a page; a larger picture is painted smaller
 */
public record PaintingLimits(
        Duration page, Duration hung, Duration slow, Duration patience, Duration growth, Duration grace, long pixels) {
    private static final long MOST_PIXELS = 64_000_000;

    /** One picture takes no more than an eighth of the heap. */
    public static final PaintingLimits DEFAULT = new PaintingLimits(
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            Duration.ofMillis(150),
            Duration.ofMillis(400),
            Duration.ofMillis(500),
            Duration.ofMillis(250),
            Math.min(MOST_PIXELS, Runtime.getRuntime().maxMemory() / 8 / Integer.BYTES));

    /** The scale that is wanted, or a smaller one if that would need too many pixels. */
    double pixelsPerPoint(PageScale scale, PageSize size) {
        double exact = scale.pixelsPerPoint(size);
        double byArea = Math.sqrt(pixels / (size.width() * size.height()));
        double bySide = pixels / Math.max(size.width(), size.height());
        return Math.min(exact, Math.min(byArea, bySide));
    }
}
