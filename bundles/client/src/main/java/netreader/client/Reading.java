package netreader.client;

/**
 * A book that is open for reading. Recovers by itself: when the server or the format has gone, calls throw until it is
 * back, and then go on. Any thread; painting is done one call at a time.
 */
public sealed interface Reading extends AutoCloseable permits FlowingReading, PaintedReading {
    ShelfBook book();

    /** The number of pages as last heard. */
    int pageCount();

    /** The table of contents; may take a while for a long text. */
    Contents contents() throws ClientException;

    /** Frees what is held here and on the server; safe to call twice; does not wait. */
    @Override
    void close();
}
