package netreader.client;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * What a piece of a search has found, perhaps nothing.
 *
 * @param next the anchor from which to go on; empty if the end of the book was reached
 */
public record SearchHits(List<Hit> hits, OptionalLong next) {
    /**
     * @param page from 0
     * @param anchor of the hit, or of the page that holds it
     * @param text the hit with some words around it, on one line
     */
    public record Hit(int page, long anchor, String text) {
        public Hit {
            Objects.requireNonNull(text);
        }
    }

    public SearchHits {
        hits = List.copyOf(hits);
        Objects.requireNonNull(next);
    }
}
