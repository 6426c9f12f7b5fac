package netreader.catalogue;

/**
 * A place in a book.
 *
 * @param anchor as the book's format gives it
 * @param fraction how far through the book, 0.0 to 1.0
 */
public record Place(long anchor, double fraction) {
    /** About which page that is, from 0, of so many; exact for as long as pages have the size that they had. */
    public int pageOf(int pages) {
        return (int) Math.max(0, Math.min(pages, Math.round(fraction * pages)) - 1);
    }
}
