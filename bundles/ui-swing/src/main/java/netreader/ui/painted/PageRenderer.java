package netreader.ui.painted;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import netreader.client.ClientException;
import netreader.client.PaintedReading;
import netreader.format.PageSize;
import netreader.format.Work;
import netreader.ui.work.NewestFirst;
import netreader.ui.work.Running;
import netreader.ui.work.UiContext;

/** Has pages painted in the background, the wanted one first, then its neighbours. Event thread. */
final class PageRenderer {
    private static final long BUDGET_BYTES = 128L << 20;

    private final PaintedReading reading;
    private final NewestFirst queue;
    private final PageCache cache = new PageCache(BUDGET_BYTES);
    private final Map<PageCache.Key, Running> running = new HashMap<>();
    private final Consumer<RenderedPage> painted;
    private final Consumer<ClientException> failed;
    private PageCache.Key wanted = new PageCache.Key(-1, RenderScale.NONE);

    PageRenderer(
            UiContext context,
            PaintedReading reading,
            Consumer<RenderedPage> painted,
            Consumer<ClientException> failed) {
        this.reading = reading;
        // Painting is done one call at a time, so a second worker would only wait.
        this.queue = new NewestFirst(context.background(), 1, 4);
        this.painted = painted;
        this.failed = failed;
    }

    /** Delivers the page, at once if it is there, and readies its neighbours. Whatever was wanted before is not any more. */
    void want(int page, RenderScale scale) {
        wanted = new PageCache.Key(page, scale);
        running.entrySet().removeIf(entry -> {
            boolean stale = !entry.getKey().equals(wanted);
            if (stale) {
                entry.getValue().cancel();
            }
            return stale;
        });
        cache.get(wanted).ifPresentOrElse(this::deliver, () -> start(wanted));
    }

    private void deliver(RenderedPage page) {
        painted.accept(page);
        // The newest job runs first, so the next page is asked for last.
        for (int neighbour : new int[] {page.page() - 1, page.page() + 1}) {
            PageCache.Key key = new PageCache.Key(neighbour, wanted.scale());
            if (neighbour >= 0
                    && neighbour < reading.pageCount()
                    && cache.get(key).isEmpty()) {
                start(key);
            }
        }
    }

    private void start(PageCache.Key key) {
        if (!running.containsKey(key)) {
            running.put(key, queue.submit(work -> render(key, work), page -> done(key, page), e -> failed(key, e)));
        }
    }

    private void done(PageCache.Key key, RenderedPage page) {
        running.remove(key);
        cache.put(key, page);
        if (key.equals(wanted)) {
            deliver(page);
        }
    }

    private void failed(PageCache.Key key, ClientException failure) {
        running.remove(key);
        // A neighbour that cannot be painted says so when it is turned to.
        if (key.equals(wanted)) {
            failed.accept(failure);
        }
    }

    private RenderedPage render(PageCache.Key key, Work work) throws ClientException {
        PageSize size = reading.pageSize(key.page());
        double pixelsPerPoint = key.scale().devicePixelsPerPoint(size);
        return new RenderedPage(key.page(), size, pixelsPerPoint, reading.render(key.page(), pixelsPerPoint, work));
    }

    void close() {
        running.values().forEach(Running::cancel);
        running.clear();
    }
}
