package netreader.format;

import java.util.List;
import java.util.OptionalLong;

/**
 * Some places where a query was found.
 *
 * @param next the anchor from which to go on; empty at the end of the book
 */
public record Hits(List<Hit> hits, OptionalLong next) {
    /**
     * @param anchor of the page that holds the hit, or nearer to it if the format can
     * @param text the hit with some words around it, on one line
     */
    public record Hit(long anchor, String text) {}

    public Hits {
        hits = List.copyOf(hits);
    }
}
