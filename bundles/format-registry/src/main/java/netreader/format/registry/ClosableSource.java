package netreader.format.registry;

import java.io.Closeable;
import netreader.format.BookSource;

/** A source that holds something until it is closed. */
public interface ClosableSource extends BookSource, Closeable {
    /** Does not fail: what was only read loses nothing. */
    @Override
    void close();
}
