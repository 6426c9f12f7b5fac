package netreader.client;

import java.util.OptionalLong;

/**
 * How far the reader has come that is fetching a shelf which takes more than a moment.
 *
 * @param here books that are on this computer
 * @param total books that the server has; empty if it does not say
 */
public record ShelfFetch(long here, OptionalLong total) {}
