package netreader.catalogue.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import netreader.catalogue.OpenText;

/** The pages of texts that were sent last, ready to be sent again; a class reads the same book. Any thread. */
final class PageCache {
    /** What a page takes beside its text. */
    private static final int OVERHEAD_BYTES = 200;

    /** @param incarnation the opened book, which ends when its format is replaced */
    private record Key(Object incarnation, int page) {}

    private final long maxBytes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Key, OpenText.Page> pages = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    PageCache(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** With room for a part of the memory that this process may use. */
    static PageCache ofMemory() {
        return new PageCache(Math.min(Runtime.getRuntime().maxMemory() / 16, 32 << 20));
    }

    Optional<OpenText.Page> get(Object incarnation, int page) {
        lock.lock();
        try {
            return Optional.ofNullable(pages.get(new Key(incarnation, page)));
        } finally {
            lock.unlock();
        }
    }

    void put(Object incarnation, OpenText.Page page) {
        lock.lock();
        try {
            OpenText.Page before = pages.put(new Key(incarnation, page.page()), page);
            bytes += weight(page) - (before == null ? 0 : weight(before));
            var eldest = pages.values().iterator();
            while (bytes > maxBytes) {
                bytes -= weight(eldest.next());
                eldest.remove();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Drops the pages of an opened book that has ended: nobody will ask for them any more. */
    void forget(Object incarnation) {
        lock.lock();
        try {
            pages.entrySet().removeIf(entry -> {
                boolean ended = entry.getKey().incarnation().equals(incarnation);
                bytes -= ended ? weight(entry.getValue()) : 0;
                return ended;
            });
        } finally {
            lock.unlock();
        }
    }

    private static int weight(OpenText.Page page) {
        return page.utf8().remaining() + OVERHEAD_BYTES;
    }
}
