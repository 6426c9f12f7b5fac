package netreader.ui.painted;

import netreader.format.PageSize;

/**
 * What decides how many pixels a page gets.
 *
 * @param width of the view, without margins, in pixels of the user
 * @param userScale pixels of the user for each pixel at 96 dpi; FlatLaf's scale
 * @param deviceScale pixels of the screen for each pixel of the user
 */
record RenderScale(Zoom zoom, int width, int height, double userScale, double deviceScale) {
    static final RenderScale NONE = new RenderScale(new Zoom.FitWidth(), 0, 0, 1, 1);

    /** More than this many pixels are not painted but stretched: 80 MB a page. */
    private static final double MAX_PIXELS = 20e6;

    double factor(PageSize page) {
        return zoom.factor(page, width, height, Zoom.PIXELS_PER_POINT * userScale);
    }

    /** Pixels of the user for each point of the page. */
    double userPixelsPerPoint(PageSize page) {
        return factor(page) * Zoom.PIXELS_PER_POINT * userScale;
    }

    /** Pixels of the screen for each point of the page, as far as memory goes. */
    double devicePixelsPerPoint(PageSize page) {
        double wanted = userPixelsPerPoint(page) * deviceScale;
        double pixels = page.width() * page.height() * wanted * wanted;
        return pixels <= MAX_PIXELS ? wanted : wanted * Math.sqrt(MAX_PIXELS / pixels);
    }
}
