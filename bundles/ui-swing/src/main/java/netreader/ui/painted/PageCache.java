package netreader.ui.painted;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Pages that were painted, the least recently used of which go when there are too many bytes. Event thread. */
final class PageCache {
    private final long budgetBytes;
    private final Map<Key, RenderedPage> pages = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** @param scale what the size depends on: equal scales make equal pictures */
    record Key(int page, RenderScale scale) {}

    PageCache(long budgetBytes) {
        this.budgetBytes = budgetBytes;
    }

    Optional<RenderedPage> get(Key key) {
        return Optional.ofNullable(pages.get(key));
    }

    /** Keeps the page, even if it alone is over the budget: it is the one that is being read. */
    void put(Key key, RenderedPage page) {
        RenderedPage before = pages.put(key, page);
        bytes += page.bytes() - (before == null ? 0 : before.bytes());
        var oldest = pages.values().iterator();
        while (bytes > budgetBytes && pages.size() > 1) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }

    long bytes() {
        return bytes;
    }
}
