package netreader.client.internal.painting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import netreader.client.ClientException;
import netreader.client.PagePicture;
import netreader.client.PagePictures;
import netreader.client.PageScale;
import netreader.format.FormatException;
import netreader.format.PageSize;
import netreader.format.PaintedBook;
import netreader.format.Work;
import netreader.format.registry.FormatUnavailableException;
import netreader.format.registry.LastingBook;
import netreader.format.registry.OpenBook;

/** A pipeline over a {@link StagedFormat}, and what it tells. */
final class PagePipelineFixture implements AutoCloseable {
    static final PageScale PLAIN = size -> 1;
    static final PageScale DOUBLE = size -> 2;
    static final PaintingLimits NO_HURRY = limits(60_000, 60_000, 60_000, 60_000);

    final StagedFormat format;
    final BookTurns turns = new BookTurns();
    final BlockingQueue<PagePicture> pictures = new LinkedBlockingQueue<>();
    final BlockingQueue<ClientException> failures = new LinkedBlockingQueue<>();
    final PagePipeline pipeline;
    private final List<CountDownLatch> gates = new ArrayList<>();
    private final LastingBook book;

    volatile Duration waited = Duration.ZERO;

    PagePipelineFixture(PaintingLimits limits) throws Exception {
        this(limits, new PaintingShared(new PictureCache(64 << 20), 3));
    }

    PagePipelineFixture(PaintingLimits limits, PaintingShared shared) throws Exception {
        format = new StagedFormat();
        book = format.book();
        pipeline = new PagePipeline(new Pages(), StagedFormat.PAGES, turns, shared, limits);
        pipeline.listen(new PagePictures.Listener() {
            @Override
            public void painted(PagePicture picture) {
                pictures.add(picture);
            }

            @Override
            public void failed(int page, ClientException failure) {
                failures.add(failure);
            }
        });
    }

    static PaintingLimits limits(long page, long hung, long slow, long patience) {
        return new PaintingLimits(
                Duration.ofMillis(page),
                Duration.ofMillis(hung),
                Duration.ofMillis(slow),
                Duration.ofMillis(patience),
                Duration.ZERO,
                Duration.ZERO,
                64_000_000);
    }

    /** Holds what waits for it until it is opened, at the latest at the end of the test. */
    CountDownLatch gate() {
        CountDownLatch gate = new CountDownLatch(1);
        gates.add(gate);
        return gate;
    }

    /** A page that asks whether it is still wanted until it is not. */
    static void untilCancelled(BufferedImage target, Work work) throws FormatException {
        target.setRGB(0, 0, 0x123456);
        CountDownLatch never = new CountDownLatch(1);
        while (!work.cancelled()) {
            StagedFormat.pause(never, 1);
        }
        work.check();
    }

    /** A page that hears of nothing. */
    static StagedFormat.Script stuckBehind(CountDownLatch gate) {
        return (target, work) -> {
            target.setRGB(0, 0, 0x123456);
            StagedFormat.pause(gate, 60_000);
        };
    }

    Optional<PagePicture> want(int page) {
        return pipeline.want(page, PLAIN);
    }

    PagePicture picture() throws InterruptedException {
        PagePicture picture = pictures.poll(15, TimeUnit.SECONDS);
        assertNotNull(picture, "no picture within 15 s; failures: " + failures);
        return picture;
    }

    PagePicture picture(int page, PagePicture.Quality quality) throws InterruptedException {
        PagePicture picture = picture();
        assertEquals(page, picture.page());
        assertEquals(quality, picture.quality());
        return picture;
    }

    ClientException failure() throws InterruptedException {
        ClientException failure = failures.poll(15, TimeUnit.SECONDS);
        assertNotNull(failure, "no failure within 15 s");
        return failure;
    }

    void began(int... pages) throws InterruptedException {
        for (int page : pages) {
            StagedFormat.Began began = format.began.poll(15, TimeUnit.SECONDS);
            assertNotNull(began, "page " + page + " was not begun within 15 s");
            assertEquals(page, began.page());
        }
    }

    @Override
    public void close() throws IOException {
        gates.forEach(CountDownLatch::countDown);
        pipeline.close();
        book.close();
        format.close();
    }

    private final class Pages implements PaintedPages {
        @Override
        public PageSize size(int page, Work work) throws ClientException {
            return on(painted -> painted.pageSize(page));
        }

        @Override
        public void paint(int page, double pixelsPerPoint, BufferedImage target, Work work) throws ClientException {
            on(painted -> {
                work.check();
                Rectangle whole = new Rectangle(target.getWidth(), target.getHeight());
                painted.render(page, pixelsPerPoint, whole, target, work);
                return true;
            });
        }

        private <T> T on(OpenBook.Call<PaintedBook, T> call) throws ClientException {
            try {
                return book.read(open -> call.on((PaintedBook) open));
            } catch (FormatException e) {
                throw new ClientException(e.reason().name(), e.getMessage(), e);
            } catch (FormatUnavailableException e) {
                throw new ClientException(ClientException.FORMAT_UNAVAILABLE, e.getMessage(), e);
            } catch (IOException e) {
                throw new ClientException(ClientException.LOCAL_IO, e.getMessage(), e);
            }
        }

        @Override
        public Duration waited() {
            return waited;
        }

        @Override
        public void abandon() {
            book.abandon();
        }
    }
}
