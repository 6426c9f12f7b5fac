package netreader.client.internal.painting;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import netreader.client.ClientException;
import netreader.client.PagePicture;
import netreader.client.PageScale;
import netreader.client.internal.painting.Painting.Request;

/** Which page of a book is painted next, and what is known of those that were. Not safe by itself for several threads. */
final class PageQueue {
    private final int pageCount;
    private final PaintingLimits limits;
    private final PictureCache.Book kept;
    private final Map<Integer, ClientException> failures = new HashMap<>();
    private final Deque<Integer> ahead = new ArrayDeque<>();
    private Optional<Request> wanted = Optional.empty();
    /** Read by others without a lock. */
    private volatile boolean pending;

    private long pendingSince;
    private int cameFrom = -1;

    PageQueue(int pageCount, PaintingLimits limits, PictureCache.Book kept) {
        this.pageCount = pageCount;
        this.limits = limits;
        this.kept = kept;
    }

    /** @return what is here of the page */
    Optional<PagePicture> want(Request request) {
        int before = wanted.map(Request::page).orElse(-1);
        if (before != request.page()) {
            cameFrom = before;
        }
        ahead.clear();
        ahead.addAll(Neighbours.of(cameFrom, request.page(), pageCount));
        wanted = Optional.of(request);
        kept.readAt(request.page());
        Optional<PagePicture> here = kept.get(request.page());
        boolean waited = pending;
        pending = here.filter(picture -> fits(picture, request.scale())).isEmpty();
        if (pending && !waited) {
            pendingSince = System.nanoTime();
        }
        return here.map(picture -> pending ? picture.as(PagePicture.Quality.PREVIEW) : picture);
    }

    private boolean fits(PagePicture picture, PageScale scale) {
        double exact = limits.pixelsPerPoint(scale, picture.size());
        return picture.isLast() && Math.abs(picture.pixelsPerPoint() - exact) <= 1e-6 * exact;
    }

    boolean isWanted(Request request) {
        return pending && wanted.filter(request::equals).isPresent();
    }

    /** Whether the page is one of those that are painted ahead, in that size. */
    boolean isNear(Request request) {
        return wanted.filter(now -> now.scale().equals(request.scale())
                        && Neighbours.of(cameFrom, now.page(), pageCount).contains(request.page()))
                .isPresent();
    }

    /** Somebody waits for a page. */
    boolean pending() {
        return pending;
    }

    /** Whether somebody has waited for so long. */
    boolean pendingFor(Duration limit) {
        return pending && System.nanoTime() - pendingSince >= limit.toNanos();
    }

    boolean isIdle() {
        return !pending && ahead.isEmpty();
    }

    /** The page to paint now: the wanted one, or one that may be wanted next and is not here. */
    Optional<Request> next() {
        if (pending) {
            return wanted;
        }
        if (!kept.hasRoomAhead()) {
            ahead.clear();
        }
        PageScale scale = wanted.map(Request::scale).orElse(size -> 1);
        while (!ahead.isEmpty()) {
            int page = ahead.removeFirst();
            boolean here =
                    kept.get(page).filter(picture -> fits(picture, scale)).isPresent();
            if (!here && !failures.containsKey(page)) {
                return Optional.of(new Request(page, scale));
            }
        }
        return Optional.empty();
    }

    /** A page that was painted ahead gave way. */
    void again(Request request) {
        if (isNear(request)) {
            ahead.addFirst(request.page());
        }
    }

    /** @return whether somebody waited for it */
    boolean painted(Request request, PagePicture picture) {
        kept.put(picture);
        return settled(request);
    }

    /** @return whether somebody waited for it */
    boolean failed(Request request, ClientException failure) {
        if (isOfThePage(failure)) {
            failures.put(request.page(), failure);
        }
        return settled(request);
    }

    Optional<ClientException> failure(int page) {
        return Optional.ofNullable(failures.get(page));
    }

    /** @return what somebody waited for, who does not any more */
    Optional<Request> giveUp() {
        Optional<Request> waiting = pending ? wanted : Optional.empty();
        pending = false;
        ahead.clear();
        return waiting;
    }

    private boolean settled(Request request) {
        boolean waited = isWanted(request);
        if (waited) {
            pending = false;
        }
        return waited;
    }

    /** What is wrong with a page stays wrong; a format or a network comes back. */
    private static boolean isOfThePage(ClientException failure) {
        return failure.is("DAMAGED") || failure.is("UNSUPPORTED") || failure.is("TOO_COSTLY");
    }
}
