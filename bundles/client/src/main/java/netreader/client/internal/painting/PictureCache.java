package netreader.client.internal.painting;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.SoftReference;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import netreader.client.PagePicture;

/**
 * Pictures of pages, of all open books together, one for each page. When there are too many bytes, those go that are
 * farthest from where somebody reads, of the book that was left longest ago first; when the heap is short, the JVM takes
 * any of them back before it says that there is no memory. Any thread.
 */
final class PictureCache {
    private static final long MOST_BYTES = 256L << 20;

    private final long bound;
    private final Map<Key, Kept> kept = new HashMap<>();
    private final ReferenceQueue<PagePicture> taken = new ReferenceQueue<>();
    private long bytes;
    private long clock;

    private record Key(Book book, int page) {}

    private static final class Kept extends SoftReference<PagePicture> {
        private final Key key;
        private final long bytes;

        Kept(Key key, PagePicture picture, ReferenceQueue<PagePicture> taken) {
            super(picture, taken);
            this.key = key;
            this.bytes = picture.bytes();
        }
    }

    /** @param bound in bytes; one picture may be over it, if it is the one that is read */
    PictureCache(long bound) {
        this.bound = bound;
    }

    /** A quarter of the heap, if that is not more than any screen needs. */
    static PictureCache ofTheHeap() {
        return new PictureCache(Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / 4));
    }

    /** The pictures of one book. Equal to no other. */
    final class Book {
        private volatile int page;
        private long read;

        /** This page of the book is being read now. */
        void readAt(int newPage) {
            synchronized (PictureCache.this) {
                page = newPage;
                read = ++clock;
            }
        }

        Optional<PagePicture> get(int wanted) {
            synchronized (PictureCache.this) {
                return Optional.ofNullable(kept.get(new Key(this, wanted))).map(SoftReference::get);
            }
        }

        /** Keeps the picture instead of another of the page, as far as there is room. */
        void put(PagePicture picture) {
            synchronized (PictureCache.this) {
                Key key = new Key(this, picture.page());
                remove(key);
                kept.put(key, new Kept(key, picture, taken));
                bytes += picture.bytes();
                shrink();
            }
        }

        /** Whether pictures as large as the one that is read can be kept beside it. */
        boolean hasRoomAhead() {
            return get(page).map(PagePicture::bytes).orElse(0L) <= bound / 4;
        }

        void clear() {
            synchronized (PictureCache.this) {
                kept.keySet().stream().filter(key -> key.book == this).toList().forEach(PictureCache.this::remove);
            }
        }

        private boolean isBeingRead(Key key) {
            return key.book == this && key.page == page && read == clock;
        }
    }

    Book book() {
        return new Book();
    }

    private void shrink() {
        for (Object gone = taken.poll(); gone != null; gone = taken.poll()) {
            Kept one = (Kept) gone;
            if (kept.get(one.key) == one) {
                remove(one.key);
            }
        }
        Comparator<Key> leastWanted =
                Comparator.<Key>comparingLong(key -> key.book.read).thenComparingInt(PictureCache::nearness);
        while (bytes > bound) {
            Optional<Key> least = kept.keySet().stream()
                    .filter(key -> !key.book.isBeingRead(key))
                    .min(leastWanted);
            if (least.isEmpty()) {
                return;
            }
            remove(least.get());
        }
    }

    /** Greater is nearer; of two as near, the one ahead is greater. */
    private static int nearness(Key key) {
        int ahead = key.page - key.book.page;
        return ahead > 0 ? -2 * ahead + 1 : 2 * ahead;
    }

    private void remove(Key key) {
        Kept gone = kept.remove(key);
        if (gone != null) {
            bytes -= gone.bytes;
        }
    }

    synchronized long bytes() {
        return bytes;
    }

    /** Gives everything up, so that there is memory for something else. */
    synchronized void clear() {
        kept.clear();
        bytes = 0;
    }
}
