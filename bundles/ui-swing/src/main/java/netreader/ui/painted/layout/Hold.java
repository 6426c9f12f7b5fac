package netreader.ui.painted.layout;

/**
 * A point to be found again when pages have other places: on a page, in parts of its width and height as it is seen; may
 * lie beside it, below 0 or above 1.
 */
public record Hold(int page, double across, double down) {}
