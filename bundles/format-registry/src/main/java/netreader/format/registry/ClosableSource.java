package netreader.format.registry;

import java.io.Closeable;
import netreader.format.BookSource;

/** A source that holds something until it is closed. */
public interface ClosableSource extends BookSource, Closeable {
    /** What tells the book from others: equal for each source of it, as far as the source knows. */
    default Object book() {
        return this;
    }

    /** Does not fail: what was only read loses nothing. */
    @Override
    void close();
}
