package netreader.client;

/**
 * Where a book was left.
 *
 * @param anchor survives another page size; see {@code Book.anchorOf}
 * @param fraction how far through the book that is, 0.0 to 1.0
 */
public record Place(long anchor, double fraction) {
    public Place {
        if (anchor < 0) {
            throw new IllegalArgumentException("An anchor is not negative: " + anchor);
        }
        fraction = Double.isNaN(fraction) ? 0 : Math.max(0, Math.min(1, fraction));
    }

    /** About which page that is, from 0, of so many; exact for as long as pages have the size that they had. */
    public int pageOf(int pages) {
        return (int) Math.max(0, Math.min(pages, Math.round(fraction * pages)) - 1);
    }
}
