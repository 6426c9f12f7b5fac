package netreader.client;

/**
 * What came over the network for a book since it was opened.
 *
 * @param bytes of the file
 * @param blocks of 64 KB that were asked for
 * @param requests that asked for them
 */
public record Transferred(long bytes, long blocks, long requests) {
    /** What came after an earlier moment. */
    public Transferred since(Transferred before) {
        return new Transferred(bytes - before.bytes, blocks - before.blocks, requests - before.requests);
    }
}
