package org.example.markdown;

import java.util.stream.IntStream;

/** Cuts a text into pages: behind the last line that still fits, within a line only if that is longer than a page. */
final class PageStarts {
    private PageStarts() {}

    /**
     * @param length of a page, in UTF-16 units, about
     * @return where each page begins, ascending, and behind them the end of the text; only that for an empty text
     */
    static int[] of(String text, int length) {
        IntStream.Builder starts = IntStream.builder();
        int at = 0;
        while (at < text.length()) {
            starts.add(at);
            at = end(text, at, length);
        }
        return starts.add(text.length()).build().toArray();
    }

    private static int end(String text, int from, int length) {
        int most = from + length;
        if (most >= text.length()) {
            return text.length();
        }
        int behindLine = text.lastIndexOf('\n', most - 1) + 1;
        if (behindLine > from) {
            return behindLine;
        }
        return Character.isLowSurrogate(text.charAt(most)) ? most - 1 : most;
    }
}
