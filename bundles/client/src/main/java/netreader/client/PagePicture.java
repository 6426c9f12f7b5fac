package netreader.client;

import java.awt.image.BufferedImage;
import java.util.Objects;
import netreader.format.PageSize;

/**
 * A page as a picture. Nobody may draw into it.
 *
 * @param page from 0
 * @param size of the page
 * @param pixelsPerPoint of the picture, which may be less than was wanted; the picture is stretched then
 */
public record PagePicture(int page, PageSize size, double pixelsPerPoint, BufferedImage image, Quality quality) {
    /** What a picture is good for. */
    public enum Quality {
        /** The whole page in another resolution; a better picture is on its way. */
        PREVIEW,
        /** What has been painted so far, in full resolution; more is on its way. */
        GROWING,
        /** What was painted when the page's time was over; nothing more comes. */
        PARTIAL,
        /** The page. */
        FULL
    }

    public PagePicture {
        Objects.requireNonNull(size);
        Objects.requireNonNull(image);
        Objects.requireNonNull(quality);
    }

    public PagePicture as(Quality other) {
        return new PagePicture(page, size, pixelsPerPoint, image, other);
    }

    /** Whether no better picture will come by itself. */
    public boolean isLast() {
        return quality == Quality.FULL || quality == Quality.PARTIAL;
    }

    /** What the picture takes of the heap. */
    public long bytes() {
        return (long) Integer.BYTES * image.getWidth() * image.getHeight();
    }
}
