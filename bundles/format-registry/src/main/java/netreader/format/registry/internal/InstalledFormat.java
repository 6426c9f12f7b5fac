package netreader.format.registry.internal;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import netreader.format.Book;
import netreader.format.BookFormat;
import netreader.format.BookSource;
import netreader.format.FormatException;
import netreader.format.OpenOptions;
import netreader.format.registry.FormatInfo;
import netreader.format.registry.FormatUnavailableException;
import org.osgi.framework.Bundle;

/** A format and the books of it that are open. */
final class InstalledFormat {
    private final FormatInfo info;
    private final BookFormat format;
    private final FormatRank rank;
    private final Bundle bundle;
    private final Set<BookHandle> open = ConcurrentHashMap.newKeySet();
    private volatile boolean gone;

    /** @param bundle that brings it */
    InstalledFormat(FormatInfo info, BookFormat format, FormatRank rank, Bundle bundle) {
        this.info = info;
        this.format = format;
        this.rank = rank;
        this.bundle = bundle;
    }

    FormatInfo info() {
        return info;
    }

    FormatRank rank() {
        return rank;
    }

    Bundle bundle() {
        return bundle;
    }

    int openBooks() {
        return open.size();
    }

    BookHandle open(BookSource source, OpenOptions options) throws FormatException, FormatUnavailableException {
        Book book = Contained.call(() -> format.open(source, options));
        BookHandle handle = new BookHandle(info, book, open::remove);
        open.add(handle);
        if (gone) { // while the book was being opened
            handle.close();
            throw new FormatUnavailableException(info.name());
        }
        return handle;
    }

    /** Closes every open book and returns how many there were. */
    int close() {
        gone = true;
        List<BookHandle> books = List.copyOf(open);
        // All are told first, so that ten busy books take two seconds together and not twenty.
        books.forEach(BookHandle::invalidate);
        long until = BookHandle.endOfWait();
        books.forEach(book -> book.close(until));
        return books.size();
    }
}
