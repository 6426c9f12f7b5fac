package netreader.protocol;

import java.util.Objects;

/**
 * An entry in the body of a reply to {@code outline}.
 *
 * @param level 0 for the outermost entries
 * @param page from 0
 */
public record OutlineEntry(String title, int level, int page, long anchor) {
    public OutlineEntry {
        Objects.requireNonNull(title);
    }
}
