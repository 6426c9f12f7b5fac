package netreader.protocol;

import java.util.List;
import java.util.Objects;

/** The body of a reply to {@code find}. */
public record FoundHits(List<Hit> hits) {
    /**
     * A place where the text was found.
     *
     * @param page from 0
     * @param anchor of the hit, or of the page that holds it
     * @param text the hit with some words around it, on one line
     */
    public record Hit(int page, long anchor, String text) {
        public Hit {
            Objects.requireNonNull(text);
        }
    }

    public FoundHits {
        hits = List.copyOf(hits);
    }
}
