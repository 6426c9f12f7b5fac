package netreader.client.internal.painting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import netreader.client.PagePicture;
import netreader.format.PageSize;
import org.junit.jupiter.api.Test;

class PictureCacheTest {
    private static final int PICTURE = 400;

    private final PictureCache cache = new PictureCache(4 * PICTURE);
    private final PictureCache.Book book = cache.book();

    @Test
    void thePageThatIsFarthestFromTheReaderGoesFirst() {
        book.readAt(10);
        for (int page : new int[] {7, 9, 10, 11, 12}) {
            book.put(picture(page, 10));
        }
        assertEquals(List.of(9, 10, 11, 12), kept(book));
        book.readAt(12);
        book.put(picture(13, 10));
        assertEquals(List.of(10, 11, 12, 13), kept(book));
        assertEquals(4 * PICTURE, cache.bytes());
    }

    @Test
    void allBooksShareTheBytesAndTheOneLeftLongestAgoGivesFirst() {
        PictureCache.Book other = cache.book();
        other.readAt(0);
        other.put(picture(0, 10));
        other.put(picture(1, 10));
        book.readAt(50);
        for (int page = 50; page < 53; page++) {
            book.put(picture(page, 10));
        }
        assertEquals(List.of(0), kept(other));
        assertEquals(List.of(50, 51, 52), kept(book));
        book.clear();
        assertEquals(PICTURE, cache.bytes());
    }

    @Test
    void thePageThatIsReadStaysEvenIfItAloneIsTooLarge() {
        book.readAt(0);
        book.put(picture(0, 100));
        assertEquals(List.of(0), kept(book));
        book.put(picture(1, 10));
        assertEquals(List.of(0), kept(book));
    }

    @Test
    void besideALargePictureThereIsNoRoomAhead() {
        book.readAt(0);
        book.put(picture(0, 10));
        assertTrue(book.hasRoomAhead());
        book.put(picture(0, 11));
        assertFalse(book.hasRoomAhead());
    }

    @Test
    void aPictureReplacesTheOneBeforeOfItsPage() {
        book.readAt(0);
        book.put(picture(0, 5));
        book.put(picture(0, 10));
        assertEquals(PICTURE, cache.bytes());
        assertEquals(10, book.get(0).orElseThrow().image().getWidth());
    }

    @Test
    void theHeapTakesPicturesBackBeforeThereIsNoMemory() throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process small = new ProcessBuilder(
                        java.toString(),
                        "-Xmx48m",
                        "-XX:+UseSerialGC",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeap.class.getName())
                .inheritIO()
                .start();
        assertEquals(0, small.waitFor());
    }

    /** Fills the heap with pictures, and then needs it for something else. */
    static final class SmallHeap {
        private SmallHeap() {}

        public static void main(String[] arguments) {
            PictureCache.Book book = new PictureCache(36 << 20).book();
            for (int page = 0; page < 9; page++) {
                book.put(picture(page, 1000));
            }
            List<byte[]> needed = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                needed.add(new byte[1 << 20]);
            }
            if (kept(book).size() == 9 || needed.size() < 30) {
                throw new AssertionError("The heap had room for everything");
            }
        }
    }

    private static List<Integer> kept(PictureCache.Book book) {
        List<Integer> pages = new ArrayList<>();
        for (int page = 0; page < 100; page++) {
            book.get(page).ifPresent(picture -> pages.add(picture.page()));
        }
        return pages;
    }

    private static PagePicture picture(int page, int side) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        return new PagePicture(page, new PageSize(side, side), 1, image, PagePicture.Quality.FULL);
    }
}
