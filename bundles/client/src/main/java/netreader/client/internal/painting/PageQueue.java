package netreader.client.internal.painting;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private List<Integer> seen = List.of();
    private PageScale scale = size -> 1;
    /** Of the pages that are seen, those that somebody waits for; the most important first. */
    private final Set<Integer> waiting = new LinkedHashSet<>();
    /** Read by others without a lock. */
    private volatile boolean pending;

    private long pendingSince;
    private int direction;

    PageQueue(int pageCount, PaintingLimits limits, PictureCache.Book kept) {
        this.pageCount = pageCount;
        this.limits = limits;
        this.kept = kept;
    }

    /** @return what is here of the pages, those of another size or not finished as PREVIEW */
    List<PagePicture> want(List<Integer> pages, PageScale newScale) {
        turnTo(pages);
        scale = newScale;
        ahead.clear();
        ahead.addAll(neighbours());
        kept.readAt(pages.get(0));
        List<PagePicture> here = new ArrayList<>();
        waiting.clear();
        for (int page : pages) {
            Optional<PagePicture> picture = kept.get(page);
            boolean sharp = picture.filter(one -> fits(one, scale)).isPresent();
            if (!sharp) {
                waiting.add(page);
            }
            picture.map(one -> sharp ? one : one.as(PagePicture.Quality.PREVIEW))
                    .ifPresent(here::add);
        }
        boolean waited = pending;
        pending = !waiting.isEmpty();
        if (pending && !waited) {
            pendingSince = System.nanoTime();
        }
        return here;
    }

    /** Who sees the pages beside those that were seen goes on in that direction. */
    private void turnTo(List<Integer> pages) {
        int first = Collections.min(pages);
        int last = Collections.max(pages);
        if (!seen.isEmpty()) {
            int firstBefore = Collections.min(seen);
            int lastBefore = Collections.max(seen);
            boolean on = first + last > firstBefore + lastBefore;
            boolean back = first + last < firstBefore + lastBefore;
            if (on || back) {
                boolean beside = first <= lastBefore + 1 && last >= firstBefore - 1;
                direction = !beside ? 0 : on ? 1 : -1;
            }
        }
        seen = List.copyOf(pages);
    }

    private List<Integer> neighbours() {
        return seen.isEmpty()
                ? List.of()
                : Neighbours.of(direction, Collections.min(seen), Collections.max(seen), pageCount);
    }

    private boolean fits(PagePicture picture, PageScale scale) {
        double exact = limits.pixelsPerPoint(scale, picture.size());
        return picture.isLast() && Math.abs(picture.pixelsPerPoint() - exact) <= 1e-6 * exact;
    }

    boolean isWanted(Request request) {
        return request.scale().equals(scale) && waiting.contains(request.page());
    }

    /** Whether the page is one of those that are painted ahead, in that size. */
    boolean isNear(Request request) {
        return request.scale().equals(scale) && neighbours().contains(request.page());
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

    /** The page to paint now: one that is wanted, or one that may be wanted next and is not here. */
    Optional<Request> next() {
        if (pending) {
            return Optional.of(new Request(waiting.iterator().next(), scale));
        }
        if (!kept.hasRoomAhead()) {
            ahead.clear();
        }
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

    /** @return the pages that somebody waited for, who does not any more */
    List<Integer> giveUp() {
        List<Integer> given = List.copyOf(waiting);
        waiting.clear();
        pending = false;
        ahead.clear();
        return given;
    }

    private boolean settled(Request request) {
        boolean waited = isWanted(request);
        if (waited) {
            waiting.remove(request.page());
            pending = !waiting.isEmpty();
            pendingSince = System.nanoTime();
        }
        return waited;
    }

    /** What is wrong with a page stays wrong; a format or a network comes back. */
    private static boolean isOfThePage(ClientException failure) {
        return failure.is("DAMAGED") || failure.is("UNSUPPORTED") || failure.is("TOO_COSTLY");
    }
}
