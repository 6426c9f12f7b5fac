package netreader.dialect.classic;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import netreader.catalogue.Catalogue;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.ShelfChanges;

/** The shelf as it is at one revision, put together from the changes up to there. One thread. */
final class ShelfCopy {
    private static final int PORTION = 500;

    private final Catalogue catalogue;
    private final Map<Long, BookInfo> books = new HashMap<>();
    private long revision;

    ShelfCopy(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Catches up with the shelf, and waits for digests that are being made, but not for long. */
    void catchUp(Duration patience) throws CatalogueException, InterruptedException {
        Semaphore announced = new Semaphore(0);
        long end = System.nanoTime() + patience.toNanos();
        try (Catalogue.Listening listening = catalogue.listen(unused -> announced.release())) {
            catchUp();
            while (books.values().stream().anyMatch(BookInfo::waitsForDigest)
                    && announced.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                announced.drainPermits();
                catchUp();
            }
        }
    }

    private void catchUp() throws CatalogueException {
        boolean more = true;
        while (more) { // what changes between two portions comes once more, in a later one
            ShelfChanges changes = catalogue.changesSince(revision, PORTION);
            changes.removed().forEach(books::remove);
            for (CatalogueBook book : changes.books()) {
                Optional<BookInfo> info = BookInfo.of(book);
                info.ifPresentOrElse(row -> books.put(book.id(), row), () -> books.remove(book.id()));
            }
            revision = changes.revision();
            more = changes.more();
        }
    }

    long revision() {
        return revision;
    }

    /** By name. */
    List<BookInfo> books() {
        return books.values().stream()
                .sorted(Comparator.comparing(BookInfo::path))
                .toList();
    }
}
