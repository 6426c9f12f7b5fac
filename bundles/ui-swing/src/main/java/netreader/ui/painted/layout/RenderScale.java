package netreader.ui.painted.layout;

import netreader.client.PageScale;
import netreader.format.PageSize;

/**
 * What decides how many pixels a page gets.
 *
 * @param width that a page has in the view, without margins, in pixels of the user
 * @param userScale pixels of the user for each pixel at 96 dpi; FlatLaf's scale
 * @param deviceScale pixels of the screen for each pixel of the user
 * @param sideways whether pages are turned by one quarter or three
 */
public record RenderScale(Zoom zoom, int width, int height, double userScale, double deviceScale, boolean sideways)
        implements PageScale {
    /** What the zoom does not look at makes no difference, or a view that changes its height would be painted anew. */
    public RenderScale {
        width = zoom instanceof Zoom.Factor ? 0 : width;
        height = zoom instanceof Zoom.FitPage ? height : 0;
        sideways = sideways && !(zoom instanceof Zoom.Factor);
    }

    /** @param page as it is when it is not turned */
    public double factor(PageSize page) {
        PageSize seen = sideways ? new PageSize(/* width= */ page.height(), /* height= */ page.width()) : page;
        return zoom.factor(seen, width, height, Zoom.PIXELS_PER_POINT * userScale);
    }

    /** Pixels of the user for each point of the page. */
    public double userPixelsPerPoint(PageSize page) {
        return factor(page) * Zoom.PIXELS_PER_POINT * userScale;
    }

    /** Pixels of the screen for each point of the page. */
    @Override
    public double pixelsPerPoint(PageSize page) {
        return userPixelsPerPoint(page) * deviceScale;
    }
}
