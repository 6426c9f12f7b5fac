package netreader.format;

import java.awt.geom.Rectangle2D;
import java.util.Objects;

/**
 * A piece of text on a painted page: a word, or part of one. The texts of a line's runs, one after the other, are the
 * line: a space between two words stands at the end of the first.
 *
 * @param bounds points, from the page's top left corner
 * @param endsLine whether a line ends after this run
 */
public record TextRun(String text, Rectangle2D bounds, boolean endsLine) {
    public TextRun {
        Objects.requireNonNull(text);
        bounds = (Rectangle2D) bounds.clone();
    }

    @Override
    public Rectangle2D bounds() {
        return (Rectangle2D) bounds.clone();
    }
}
