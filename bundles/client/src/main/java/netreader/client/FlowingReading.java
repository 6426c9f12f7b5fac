package netreader.client;

/** A text whose pages come from the server. Pages start at 0. */
public non-sealed interface FlowingReading extends Reading {
    /** @throws ClientException OUT_OF_RANGE, UNREACHABLE, CHANGED and others */
    TextPage page(int page) throws ClientException;

    /** The page that holds the anchor. */
    TextPage pageAt(long anchor) throws ClientException;

    /**
     * How often the book has become another one since it was opened: what was read before then has other pages. Of
     * several calls only one throws CHANGED, and whoever made that may not listen any more.
     */
    int edition();
}
