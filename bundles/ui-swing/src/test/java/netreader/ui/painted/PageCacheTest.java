package netreader.ui.painted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import netreader.format.PageSize;
import org.junit.jupiter.api.Test;

class PageCacheTest {
    private final PageCache cache = new PageCache(2 * 400);

    @Test
    void theLeastRecentlyUsedPageGoesWhenThereAreTooManyBytes() {
        put(0);
        put(1);
        assertTrue(cache.get(key(0)).isPresent());
        put(2);
        assertTrue(cache.get(key(1)).isEmpty());
        assertTrue(cache.get(key(0)).isPresent());
        assertEquals(800, cache.bytes());
    }

    @Test
    void aPageInAnotherSizeIsAnotherPicture() {
        put(0);
        RenderScale larger = new RenderScale(new Zoom.Factor(2), 1, 1, 1, 1);
        assertTrue(cache.get(new PageCache.Key(0, larger)).isEmpty());
    }

    private void put(int page) {
        BufferedImage image = new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB);
        cache.put(key(page), new RenderedPage(page, new PageSize(10, 10), 1, image));
    }

    private static PageCache.Key key(int page) {
        return new PageCache.Key(page, RenderScale.NONE);
    }
}
