package netreader.catalogue.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import netreader.catalogue.OpenText;
import org.junit.jupiter.api.Test;

class PageCacheTest {
    private final Object opened = new Object();
    private final Object another = new Object();

    private static OpenText.Page page(int number) {
        return new OpenText.Page(number, 100, number, StandardCharsets.UTF_8.encode("x".repeat(1000)));
    }

    @Test
    void thePagesOfABookThatHasEndedGoAndTheirRoomIsFree() {
        PageCache cache = new PageCache(12_500); // ten pages
        for (int i = 0; i < 5; i++) {
            cache.put(opened, page(i));
            cache.put(another, page(i));
        }
        cache.forget(opened);
        assertEquals(Optional.empty(), cache.get(opened, 0));
        for (int i = 5; i < 10; i++) {
            cache.put(another, page(i));
        }
        for (int i = 0; i < 10; i++) {
            assertTrue(cache.get(another, i).isPresent(), "page " + i);
        }
    }

    @Test
    void whatWasNotAskedForLongestGoesFirst() {
        PageCache cache = new PageCache(3 * 1200);
        for (int i = 0; i < 3; i++) {
            cache.put(opened, page(i));
        }
        cache.get(opened, 0);
        cache.put(opened, page(3));
        assertTrue(cache.get(opened, 0).isPresent());
        assertEquals(Optional.empty(), cache.get(opened, 1));
    }
}
