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

    /**
     * Looks for words in a piece of the book; a loop over the pieces until there is no next finds all. A piece takes a
     * fraction of a second, so that nobody waits long for the first hits, or for a page that is turned meanwhile.
     *
     * @param query some words, without regard to case
     * @param from the anchor to begin at, 0 for the start of the book
     * @param limit about how many hits, 1 to 200
     * @throws ClientException CHANGED, UNREACHABLE and others
     */
    SearchHits find(String query, long from, int limit) throws ClientException;

    /** Frees what is held here and on the server; safe to call twice; does not wait. */
    @Override
    void close();
}
