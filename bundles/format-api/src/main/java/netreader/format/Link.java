package netreader.format;

import java.awt.geom.Rectangle2D;
import java.util.Objects;

/**
 * An area of a painted page that leads somewhere.
 *
 * @param bounds points, from the page's top left corner
 */
public record Link(Rectangle2D bounds, Target target) {
    /** Where a link leads. */
    public sealed interface Target permits ToAnchor, ToUri {}

    /** Another place in the same book. */
    public record ToAnchor(long anchor) implements Target {}

    /** A place outside the book; not checked in any way. */
    public record ToUri(String uri) implements Target {}

    public Link {
        Objects.requireNonNull(target);
        bounds = (Rectangle2D) bounds.clone();
    }

    @Override
    public Rectangle2D bounds() {
        return (Rectangle2D) bounds.clone();
    }
}
