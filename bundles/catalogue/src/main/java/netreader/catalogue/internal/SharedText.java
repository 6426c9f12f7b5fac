package netreader.catalogue.internal;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.CatalogueException.Problem;
import netreader.catalogue.internal.store.Versions;
import netreader.format.registry.LastingBook;

/** A text that one reader or several have open, and the file that it must be. Any thread. */
final class SharedText {
    /** Looking at a file takes longer than sending a page of it, so that is not done for each of a thousand readers. */
    private static final long RECENT_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final String name;
    private final Path file;
    private final String version;
    private final LastingBook book;
    /** How many have it open; kept by {@link SharedTexts}. */
    int readers;

    private Optional<Object> cachedOf = Optional.empty();

    private volatile boolean outdated;
    private volatile long checkedAt;
    private volatile boolean checked;

    /** @param name of the book, for people */
    SharedText(String name, Path file, String version, LastingBook book) {
        this.name = name;
        this.file = file;
        this.version = version;
        this.book = book;
    }

    /** Notes which opening of the book pages are cached of, and returns the one before that if it was another. */
    synchronized Optional<Object> cachedOf(Optional<Object> incarnation) {
        Optional<Object> before = cachedOf.filter(other -> !incarnation.equals(Optional.of(other)));
        cachedOf = incarnation;
        return before;
    }

    LastingBook book() {
        return book;
    }

    /** The book is read another way now. */
    void outdate() {
        outdated = true;
    }

    /** @throws CatalogueException CHANGED if it is another file by now or read another way, NOT_FOUND or IO */
    void requireSame() throws CatalogueException {
        if (outdated) {
            throw new CatalogueException(
                    Problem.CHANGED, name + " is read another way now, as somebody has chosen; open it again");
        }
        if (!checked || System.nanoTime() - checkedAt >= RECENT_NANOS) {
            requireSameNow();
        }
    }

    /** As above, and looks at the file in any case. */
    void requireSameNow() throws CatalogueException {
        long now = System.nanoTime();
        if (Versions.require(file, name).equals(version)) {
            checkedAt = now;
            checked = true;
            return;
        }
        throw new CatalogueException(Problem.CHANGED, name + " has changed on the server; open it again");
    }
}
