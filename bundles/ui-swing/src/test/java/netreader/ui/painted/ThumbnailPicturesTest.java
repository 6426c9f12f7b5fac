package netreader.ui.painted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import netreader.client.ClientException;
import netreader.format.Work;
import netreader.ui.work.Background;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThumbnailPicturesTest {
    private static final int WIDTH = 96;

    private final Background background = new Background();
    private final List<Integer> painted = new CopyOnWriteArrayList<>();
    private final Set<Integer> changed = ConcurrentHashMap.newKeySet();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private final ThumbnailPictures pictures = new ThumbnailPictures(background, this::paint, changed::add);

    private BufferedImage paint(int page, int width, Work work) throws ClientException {
        painted.add(page);
        try {
            assertTrue(gate.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (work.cancelled()) {
            throw new ClientException("CANCELLED", "Nobody waits");
        }
        if (page == 13) {
            throw new ClientException("DAMAGED", "The page is damaged");
        }
        return new BufferedImage(width, 2 * width, BufferedImage.TYPE_INT_RGB);
    }

    @AfterEach
    void close() {
        pictures.close();
        background.close();
    }

    @Test
    void aPictureIsPaintedOnceWhenItIsAskedFor() throws Exception {
        assertFalse(ask(4));
        await(4);
        assertTrue(ask(4));
        assertEquals(List.of(4), painted);
    }

    @Test
    void pagesThatWereScrolledPastAreNotPaintedUntilTheyAreSeenAgain() throws Exception {
        gate = new CountDownLatch(1);
        int pages = ThumbnailPictures.WAITING + 20;
        onEvents(() -> {
            for (int page = 20; page < 20 + pages; page++) {
                pictures.of(page, WIDTH);
            }
            return pages;
        });
        await(21); // dropped
        gate.countDown();
        await(20 + pages - 1);
        assertFalse(painted.contains(21));
        changed.remove(21);
        ask(21);
        await(21);
        assertTrue(ask(21));
    }

    @Test
    void aDamagedPageIsAskedForOnce() throws Exception {
        ask(13);
        ask(14);
        await(14);
        ask(13);
        ask(15);
        await(15);
        assertEquals(1, painted.stream().filter(page -> page == 13).count());
    }

    @Test
    void theLatestPicturesAreKept() throws Exception {
        for (int page = 100; page < 101 + ThumbnailPictures.KEPT; page++) {
            ask(page);
            await(page);
        }
        assertTrue(ask(101));
        assertFalse(ask(100));
    }

    @Test
    void turnedPagesArePaintedAnewAndOldPicturesOfThemDoNotCome() throws Exception {
        gate = new CountDownLatch(1);
        ask(1);
        onEvents(() -> {
            pictures.finish(new Finish(1, false));
            return pictures;
        });
        gate.countDown();
        ask(1);
        await(1);
        assertEquals(
                2 * WIDTH, onEvents(() -> pictures.of(1, WIDTH).orElseThrow().getWidth()));
    }

    private boolean ask(int page) throws Exception {
        return onEvents(() -> pictures.of(page, WIDTH).isPresent());
    }

    private void await(int page) throws Exception {
        long limit = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!changed.contains(page)) {
            assertTrue(System.nanoTime() < limit, "Nothing of page " + page + " within 60 s");
            Thread.sleep(5);
        }
    }

    private static <T> T onEvents(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        EventQueue.invokeAndWait(task);
        return task.get();
    }
}
