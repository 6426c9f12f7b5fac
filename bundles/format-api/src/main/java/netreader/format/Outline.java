package netreader.format;

import java.util.List;

/**
 * A table of contents, in reading order.
 *
 * @param complete false if the work stopped before the end of the book
 */
public record Outline(List<Entry> entries, boolean complete) {
    public static final Outline NONE = new Outline(List.of(), true);

    /**
     * @param level 0 for the outermost entries, at most one more than that of the entry before
     * @param anchor where the entry's text begins; see {@link Book#pageAt(long)}
     */
    public record Entry(String title, int level, long anchor) {}

    public Outline {
        entries = List.copyOf(entries);
    }
}
