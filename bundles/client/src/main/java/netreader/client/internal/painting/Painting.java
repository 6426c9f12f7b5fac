package netreader.client.internal.painting;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import netreader.client.PagePicture;
import netreader.client.PagePicture.Quality;
import netreader.client.PageScale;
import netreader.format.PageSize;
import netreader.format.Work;

/**
 * A page that is being painted: knows when to stop, and what has been painted so far. Any thread; made by the thread
 * that paints.
 */
final class Painting implements Work {
    private static final int WHITE = 0xFFFFFFFF;

    private final Request request;
    private final PaintingLimits limits;
    private final BooleanSupplier callWaits;
    private final Supplier<Duration> waited;
    private final Duration waitedBefore;
    private final Consumer<PagePicture> growing;
    private final Thread painter = Thread.currentThread();
    private final long began = System.nanoTime();
    private long nextGrowth;
    private boolean shown;
    private volatile boolean wanted;
    private volatile boolean cancelled;
    private volatile boolean toldToStop;
    private volatile long cancelledAt;
    private volatile Optional<PagePicture> target = Optional.empty();

    /** A page and how large it is wanted. */
    record Request(int page, PageScale scale) {}

    /**
     * @param callWaits whether somebody waits for the book who goes before a page that is painted ahead
     * @param waited for how long the book has waited for the server so far
     * @param growing is given copies of what has been painted so far, on the thread that paints
     */
    Painting(
            Request request,
            boolean wanted,
            PaintingLimits limits,
            BooleanSupplier callWaits,
            Supplier<Duration> waited,
            Consumer<PagePicture> growing) {
        this.request = request;
        this.wanted = wanted;
        this.limits = limits;
        this.callWaits = callWaits;
        this.waited = waited;
        this.waitedBefore = waited.get();
        this.growing = growing;
        this.nextGrowth = began + limits.patience().toNanos();
    }

    Request request() {
        return request;
    }

    boolean wanted() {
        return wanted;
    }

    /** Somebody waits for it now, or does not any more and may later. */
    void wanted(boolean now) {
        wanted = now;
    }

    void cancel() {
        if (!cancelled) {
            cancelledAt = System.nanoTime();
            cancelled = true;
        }
    }

    boolean wasCancelled() {
        return cancelled;
    }

    /** Whether it has heard that it is to stop, for whatever reason. */
    boolean wasToldToStop() {
        return toldToStop;
    }

    boolean isOverTime() {
        return time().compareTo(limits.page()) >= 0;
    }

    /** A picture of the page is on the screen that is better than an unfinished one. Painting thread. */
    void shown() {
        shown = true;
    }

    /** What is painted into from now on. */
    void into(PageSize size, double pixelsPerPoint, BufferedImage image) {
        target = Optional.of(new PagePicture(request.page(), size, pixelsPerPoint, image, Quality.GROWING));
    }

    /** The picture that is painted into, as it is. */
    Optional<PagePicture> target() {
        return target;
    }

    /** A copy that nobody paints into; empty if nothing is painted into yet, or there is no memory for a copy. */
    Optional<PagePicture> copy() {
        try {
            return target.map(now -> {
                BufferedImage image = now.image();
                BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), image.getType());
                image.copyData(copy.getRaster());
                return new PagePicture(now.page(), now.size(), now.pixelsPerPoint(), copy, now.quality());
            });
        } catch (OutOfMemoryError e) {
            return Optional.empty(); // there is room for the page itself, which is what counts
        }
    }

    /** White all over; what is shown meanwhile tells more. */
    private static boolean isBlank(BufferedImage image) {
        int[] line = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, line.length, 1, line, 0, line.length);
            if (Arrays.stream(line).anyMatch(pixel -> pixel != WHITE)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it should have ended long ago. */
    boolean hangs() {
        long shouldHaveEnded = began + waitedHere().plus(limits.page()).toNanos();
        if (cancelled && cancelledAt - shouldHaveEnded < 0) {
            shouldHaveEnded = cancelledAt;
        }
        return System.nanoTime() - shouldHaveEnded >= limits.hung().toNanos();
    }

    /** The time that painting itself has taken. */
    Duration time() {
        return Duration.ofNanos(System.nanoTime() - began).minus(waitedHere());
    }

    private Duration waitedHere() {
        return waited.get().minus(waitedBefore);
    }

    @Override
    public boolean cancelled() {
        boolean givesWay = !wanted && time().compareTo(limits.grace()) >= 0 && callWaits.getAsBoolean();
        if (cancelled || givesWay || isOverTime()) {
            toldToStop = true;
            return true;
        }
        // Between two operators the picture is at rest, as long as the one who asks is the one who paints.
        if (wanted && !shown && Thread.currentThread() == painter && System.nanoTime() - nextGrowth >= 0) {
            grow();
        }
        return false;
    }

    private void grow() {
        copy().filter(picture -> !isBlank(picture.image())).ifPresent(growing);
        nextGrowth = System.nanoTime() + limits.growth().toNanos();
    }
}
