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
    public record Hit(long anchor, String text) {
        /** Characters shown on either side of what was found. */
        private static final int CONTEXT = 30;

        /**
         * A hit in a text that holds more than is to be shown.
         *
         * @param text with what was found from one index to another; indices in UTF-16 units, cut off at its end
         */
        public static Hit in(String text, int found, int end, long anchor) {
            int from = Math.min(text.length(), Math.max(0, found - CONTEXT));
            int to = Math.min(text.length(), end + CONTEXT);
            if (from > 0 && from < text.length() && Character.isLowSurrogate(text.charAt(from))) {
                from++;
            }
            if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
                to--;
            }
            return new Hit(
                    anchor, text.substring(from, to).replaceAll("\\s+", " ").strip());
        }
    }

    public Hits {
        hits = List.copyOf(hits);
    }
}
