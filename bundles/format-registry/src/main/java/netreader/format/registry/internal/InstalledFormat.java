package netreader.format.registry.internal;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import netreader.format.Book;
import netreader.format.BookFormat;
import netreader.format.BookSource;
import netreader.format.FormatException;
import netreader.format.OpenOptions;
import netreader.format.registry.ClosableSource;
import netreader.format.registry.FormatInfo;
import netreader.format.registry.FormatUnavailableException;
import org.osgi.framework.Bundle;

/** A format and the books of it that are open. */
final class InstalledFormat {
    private final FormatInfo info;
    private final BookFormat format;
    private volatile FormatRank rank;
    private final Bundle bundle;
    private final Set<BookHandle> open = ConcurrentHashMap.newKeySet();
    private final FormatCalls calls;
    /** Held for reading while a book is opened. */
    private final ReadWriteLock openings = new ReentrantReadWriteLock();

    private volatile boolean gone;
    private volatile boolean putAside;

    /**
     * @param bundle that brings it
     * @param callLimit how long a call may take
     * @param whenPutAside told when the format has got stuck too often
     */
    InstalledFormat(
            FormatInfo info,
            BookFormat format,
            FormatRank rank,
            Bundle bundle,
            Supplier<Duration> callLimit,
            Consumer<InstalledFormat> whenPutAside) {
        this.info = info;
        this.format = format;
        this.rank = rank;
        this.bundle = bundle;
        this.calls = new FormatCalls(info.name(), info.provider(), callLimit, () -> {
            putAside = true;
            whenPutAside.accept(this);
        });
    }

    FormatInfo info() {
        return info;
    }

    FormatRank rank() {
        return rank;
    }

    void rankAs(FormatRank now) {
        rank = now;
    }

    Bundle bundle() {
        return bundle;
    }

    int openBooks() {
        return open.size();
    }

    BookHandle open(BookSource source, OpenOptions options) throws FormatException, FormatUnavailableException {
        openings.readLock().lock();
        try {
            requireHere();
            Object which = source instanceof ClosableSource known ? known.book() : source;
            Book book = opened(which, source, options);
            BookHandle handle = new BookHandle(info, book, new BookHandle.Calls(calls, which), open::remove);
            open.add(handle);
            if (gone) { // while the book was being opened
                handle.close();
            }
            requireHere();
            return handle;
        } catch (FormatException e) {
            requireHere(); // without its bundle it fails in any way it likes
            throw e;
        } finally {
            openings.readLock().unlock();
        }
    }

    private Book opened(Object which, BookSource source, OpenOptions options)
            throws FormatException, FormatUnavailableException {
        return calls.call(
                which,
                "open",
                () -> Contained.call(() -> format.open(source, options), () -> gone),
                InstalledFormat::closeLate);
    }

    private void requireHere() throws FormatUnavailableException {
        if (gone) {
            throw new FormatUnavailableException(info.name());
        }
    }

    private static void closeLate(Book book) {
        try {
            Contained.call(() -> {
                book.close();
                return true;
            });
        } catch (FormatException e) {
            // Contained has logged it, and there is nobody to tell.
        }
    }

    /** Whether too many of its calls do not end, so that it is not used any more. */
    boolean putAside() {
        return putAside;
    }

    /** Closes every open book and returns how many there were. */
    int close() {
        gone = true;
        List<BookHandle> books = List.copyOf(open);
        // All are told first, so that ten busy books take two seconds together and not twenty.
        books.forEach(BookHandle::invalidate);
        long until = BookHandle.endOfWait();
        books.forEach(book -> book.close(until));
        awaitOpenings(until);
        calls.close();
        return books.size();
    }

    /** A book that is just being opened needs the bundle, too. */
    private void awaitOpenings(long until) {
        try {
            if (openings.writeLock().tryLock(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                openings.writeLock().unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
