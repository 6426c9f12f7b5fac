package netreader.client;

/**
 * What of a book is on this computer.
 *
 * @param here bytes that are here
 * @param bytes of the whole file
 * @param whole whether all of it is here, and was found to be right
 * @param kept whether it stays when there is no room for others
 */
public record LocalCopy(long here, long bytes, boolean whole, boolean kept) {}
