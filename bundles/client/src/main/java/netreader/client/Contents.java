package netreader.client;

import java.util.List;

/**
 * A table of contents, in reading order.
 *
 * @param complete false if it stops before the end of the book
 */
public record Contents(List<Entry> entries, boolean complete) {
    /**
     * @param level 0 for the outermost entries
     * @param page from 0
     */
    public record Entry(String title, int level, int page, long anchor) {}

    public Contents {
        entries = List.copyOf(entries);
    }
}
