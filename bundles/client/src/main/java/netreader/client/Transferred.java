package netreader.client;

/**
 * What came over the network for a book since it was opened.
 *
 * @param bytes of the file
 * @param blocks of 64 KB that were asked for
 * @param requests that asked for them
 */
public record Transferred(long bytes, long blocks, long requests) {}
