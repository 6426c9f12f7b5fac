package netreader.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import netreader.client.ClientException;
import netreader.client.Contents;
import netreader.client.PagePicture;
import netreader.client.PagePictures;
import netreader.client.ShelfBook;
import netreader.client.Transferred;
import netreader.client.internal.painting.StagedFormat;
import netreader.format.Delivery;
import netreader.format.OpenOptions;
import netreader.format.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PaintedCopyTest {
    private static final ShelfBook BOOK = new ShelfBook(
            1,
            "a.staged",
            "A book",
            List.of(),
            StagedFormat.NAME,
            Delivery.FILE,
            0,
            "1",
            StagedFormat.PAGES,
            Optional.empty(),
            ShelfBook.Status.READY,
            Optional.empty(),
            Optional.empty(),
            Instant.EPOCH,
            false);

    @Test
    void aTableOfContentsThatTakesLongLetsAPageInAndGoesOnBehindIt() throws Exception {
        try (StagedFormat format = new StagedFormat();
                PaintedCopy reading = reading(format)) {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch painted = new CountDownLatch(1);
            format.contents = (target, work) -> {
                while (!work.cancelled() && painted.getCount() > 0) {
                    begun.countDown();
                    StagedFormat.pause(painted, 1);
                }
            };
            CompletableFuture<Contents> contents = CompletableFuture.supplyAsync(() -> contents(reading));
            assertTrue(begun.await(15, TimeUnit.SECONDS));
            reading.pictures().listen(new PagePictures.Listener() {
                @Override
                public void painted(PagePicture picture) {
                    painted.countDown();
                }

                @Override
                public void failed(int page, ClientException failure) {
                    contents.completeExceptionally(failure);
                }
            });
            reading.pictures().want(0, size -> 1);
            assertTrue(painted.await(15, TimeUnit.SECONDS));
            assertTrue(contents.get().complete());
            assertEquals(5, contents.get().entries().get(0).page());
        }
    }

    @Test
    void aThumbnailLetsAPageInAndIsPaintedBehindIt() throws Exception {
        try (StagedFormat format = new StagedFormat();
                PaintedCopy reading = reading(format)) {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch page = new CountDownLatch(1);
            format.scripts.put(7, (target, work) -> {
                begun.countDown();
                while (page.getCount() > 0) {
                    work.check();
                    StagedFormat.pause(page, 1);
                }
            });
            format.scripts.put(0, (target, work) -> page.countDown());
            CompletableFuture<BufferedImage> thumbnail = CompletableFuture.supplyAsync(() -> thumbnail(reading));
            assertTrue(begun.await(15, TimeUnit.SECONDS));
            reading.pictures().want(0, size -> 1);
            assertTrue(page.await(15, TimeUnit.SECONDS), "the page does not wait for the thumbnail");
            assertEquals(50, thumbnail.get().getWidth());
            assertEquals(50, thumbnail.get().getHeight());
        }
    }

    @Test
    void aThumbnailForWhichNobodyWaitsEnds() throws Exception {
        try (StagedFormat format = new StagedFormat();
                PaintedCopy reading = reading(format)) {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch never = new CountDownLatch(1);
            AtomicBoolean unwanted = new AtomicBoolean();
            format.scripts.put(7, (target, work) -> {
                begun.countDown();
                while (never.getCount() > 0) {
                    work.check();
                    StagedFormat.pause(never, 1);
                }
            });
            CompletableFuture<ClientException> ended = CompletableFuture.supplyAsync(
                    () -> assertThrows(ClientException.class, () -> reading.thumbnail(7, 50, unwanted::get)));
            assertTrue(begun.await(15, TimeUnit.SECONDS));
            unwanted.set(true);
            assertTrue(ended.get().is("CANCELLED"));
            assertEquals(50, reading.thumbnail(8, 50, Work.UNCANCELLED).getWidth(), "the next one is painted");
        }
    }

    /** So a format that goes through a whole book to open it ends when the tab is closed. */
    @Test
    void whatIsOpenedForNobodyAnyMoreCannotBeRead() throws Exception {
        StreamedSource source = new StreamedSource(new EmptyCopy());
        AtomicBoolean closed = new AtomicBoolean();
        source.openFor(closed::get);
        assertEquals(-1, source.read(0, ByteBuffer.allocate(1)));
        closed.set(true);
        assertThrows(IOException.class, () -> source.read(0, ByteBuffer.allocate(1)));
        source.openFor(Work.UNCANCELLED);
        assertEquals(-1, source.read(0, ByteBuffer.allocate(1)));
    }

    private static PaintedCopy reading(StagedFormat format) throws Exception {
        return new PaintedCopy(
                BOOK,
                new EmptyCopy(),
                () -> false,
                OpenOptions.defaults(format.file()),
                format.registry(),
                Work.UNCANCELLED);
    }

    private static BufferedImage thumbnail(PaintedCopy reading) {
        try {
            return reading.thumbnail(7, 50, Work.UNCANCELLED);
        } catch (ClientException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class EmptyCopy implements ReadableCopy {
        @Override
        public long size() {
            return 0;
        }

        @Override
        public int read(long at, ByteBuffer to, Work work) {
            return -1;
        }

        @Override
        public void prefetch(long at, long length) {}

        @Override
        public Transferred transferred() {
            return new Transferred(0, 0, 0);
        }

        @Override
        public void close() {}
    }

    private static Contents contents(PaintedCopy reading) {
        try {
            return reading.contents();
        } catch (ClientException e) {
            throw new IllegalStateException(e);
        }
    }
}
