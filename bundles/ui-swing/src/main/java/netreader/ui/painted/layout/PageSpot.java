package netreader.ui.painted.layout;

/**
 * A point on a page.
 *
 * @param page from 0
 * @param x points from the left edge of the page as it is when it is not turned; may lie outside of it
 * @param y points from its upper edge
 */
public record PageSpot(int page, double x, double y) {}
