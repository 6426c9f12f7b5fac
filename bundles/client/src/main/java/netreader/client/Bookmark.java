package netreader.client;

import java.time.Instant;
import java.util.Objects;

/**
 * A page that a reader wants to find again.
 *
 * @param place its anchor holds with another page size or charset
 * @param text what the page begins with; empty if it has no text
 * @param made when, by the clock of this computer
 */
public record Bookmark(Place place, String text, Instant made) {
    public Bookmark {
        Objects.requireNonNull(place);
        Objects.requireNonNull(text);
        Objects.requireNonNull(made);
    }
}
