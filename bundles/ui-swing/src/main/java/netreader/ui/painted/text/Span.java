package netreader.ui.painted.text;

/**
 * A part of a page's text.
 *
 * @param from offset of the first character
 * @param to offset behind the last
 */
public record Span(int from, int to) {
    public int length() {
        return to - from;
    }
}
