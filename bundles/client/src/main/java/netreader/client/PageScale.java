package netreader.client;

import netreader.format.PageSize;

/**
 * Says how large a page is to be painted, by its size: pages that fill a window's width have a scale each. Equal scales
 * make equal pictures. Any thread; computes only.
 */
@FunctionalInterface
public interface PageScale {
    /** @return pixels of the picture for each point of the page, more than 0; 1.0 is 72 dpi */
    double pixelsPerPoint(PageSize page);
}
