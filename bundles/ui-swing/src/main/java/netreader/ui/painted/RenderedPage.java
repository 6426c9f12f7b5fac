package netreader.ui.painted;

import java.awt.image.BufferedImage;
import netreader.format.PageSize;

/**
 * A page as a picture.
 *
 * @param page from 0
 * @param pixelsPerPoint of the picture
 */
record RenderedPage(int page, PageSize size, double pixelsPerPoint, BufferedImage image) {
    long bytes() {
        return 4L * image.getWidth() * image.getHeight();
    }
}
