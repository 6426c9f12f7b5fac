package netreader.catalogue;

/**
 * A place in a book.
 *
 * @param anchor as the book's format gives it
 * @param fraction how far through the book, 0.0 to 1.0
 */
public record Place(long anchor, double fraction) {}
