package netreader.format.registry.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import netreader.format.Book;
import netreader.format.BookFormat;
import netreader.format.BookMetadata;
import netreader.format.BookSource;
import netreader.format.Delivery;
import netreader.format.FlowingBook;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.OpenOptions;
import netreader.format.registry.FormatInfo;
import netreader.format.registry.FormatUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.Version;

@Timeout(20)
class InstalledFormatsTest {
    private static final BookSource NOTHING = new BookSource() {
        @Override
        public long size() {
            return 0;
        }

        @Override
        public int read(long at, ByteBuffer to) {
            return -1;
        }
    };
    private static final OpenOptions OPTIONS = OpenOptions.defaults(Path.of("."));

    private final TestBook book = new TestBook();
    private final InstalledFormat format = installed((source, options) -> book);

    @Test
    void aBookIsReadThroughItsHandle() throws Exception {
        try (BookHandle handle = format.open(NOTHING, OPTIONS)) {
            assertEquals("page 3", handle.read(open -> open.pageText(3)));
            assertEquals(1, format.openBooks());
        }
        assertEquals(1, book.closes.get());
        assertEquals(0, format.openBooks());
    }

    @Test
    void removingAFormatClosesItsOpenBooks() throws Exception {
        BookHandle handle = format.open(NOTHING, OPTIONS);
        assertEquals(1, format.close());
        assertEquals(1, book.closes.get());
        assertTrue(handle.closed());
        assertThrows(FormatUnavailableException.class, () -> handle.read(open -> open.pageText(0)));
    }

    @Test
    void aRunningCallIsWaitedForBeforeItsBookIsClosed() throws Exception {
        BookHandle handle = format.open(NOTHING, OPTIONS);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            CountDownLatch running = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            Future<String> call = threads.submit(() -> handle.read(open -> {
                running.countDown();
                await(goOn);
                assertEquals(0, book.closes.get());
                return "done";
            }));
            running.await();
            Future<Integer> removal = threads.submit(format::close);
            assertFalse(removal.isDone());
            goOn.countDown();
            assertEquals("done", call.get());
            assertEquals(1, removal.get());
            assertEquals(1, book.closes.get());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aCallThatHangsIsAbandonedAndClosesItsBookWhenItEnds() throws Exception {
        BookHandle handle = format.open(NOTHING, OPTIONS);
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            CountDownLatch running = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            Future<String> call = threads.submit(() -> handle.read(open -> {
                running.countDown();
                await(goOn);
                return "late";
            }));
            running.await();
            format.close();
            assertEquals(0, book.closes.get(), "the book is still in use");
            goOn.countDown();
            assertEquals("late", call.get());
            assertEquals(1, book.closes.get());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void booksThatHangAreWaitedForTogether() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        CountDownLatch running = new CountDownLatch(3);
        CountDownLatch goOn = new CountDownLatch(1);
        try {
            for (int i = 0; i < 3; i++) {
                BookHandle handle = format.open(NOTHING, OPTIONS);
                threads.execute(() -> assertThrows(FormatUnavailableException.class, () -> {
                    handle.read(open -> {
                        running.countDown();
                        await(goOn);
                        return true;
                    });
                    handle.read(open -> true);
                }));
            }
            running.await();
            long began = System.nanoTime();
            assertEquals(3, format.close());
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
            assertTrue(seconds < 4, "took " + seconds + " s");
        } finally {
            goOn.countDown();
            threads.shutdown();
        }
    }

    @Test
    void anInterruptedThreadClosesItsBookAsWell() throws Exception {
        BookHandle handle = format.open(NOTHING, OPTIONS);
        Thread.currentThread().interrupt();
        handle.close();
        assertTrue(Thread.interrupted());
        assertEquals(1, book.closes.get());
    }

    @Test
    void whateverAFormatThrowsIsTyped() throws Exception {
        BookHandle handle = format.open(NOTHING, OPTIONS);
        assertEquals(
                Reason.DAMAGED,
                failure(() -> handle.read(open -> {
                    throw new IllegalStateException("bug");
                })));
        assertEquals(
                Reason.DAMAGED,
                failure(() -> handle.read(open -> {
                    throw new StackOverflowError();
                })));
        assertEquals(
                Reason.TOO_COSTLY,
                failure(() -> handle.read(open -> {
                    throw new OutOfMemoryError("simulated");
                })));
        assertEquals(
                Reason.IO,
                failure(() -> handle.read(open -> {
                    throw new FormatException(Reason.IO, "The disk has gone");
                })));
        assertEquals("page 0", handle.read(open -> open.pageText(0)));
        InstalledFormat broken = installed((source, options) -> {
            throw new NoClassDefFoundError("some/Library");
        });
        assertEquals(Reason.DAMAGED, failure(() -> broken.open(NOTHING, OPTIONS)));
    }

    @Test
    void aBookInWhichACallHungCanBeOpenedAnew() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        InstalledFormat impatient = installed((source, options) -> new FlowingTestBook(book), Duration.ofMillis(200));
        BookHandle handle = impatient.open(NOTHING, OPTIONS);
        assertEquals(
                Reason.TOO_COSTLY,
                failure(() -> handle.read(open -> {
                    await(goOn);
                    return true;
                })));
        assertTrue(handle.closed());
        assertEquals("page 3", impatient.open(NOTHING, OPTIONS).read(open -> open.pageText(3)));
    }

    private interface Attempt {
        void run() throws Exception;
    }

    private static Reason failure(Attempt attempt) {
        return assertThrows(FormatException.class, attempt::run).reason();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InstalledFormat installed(BookFormat format) {
        return installed(format, Duration.ofSeconds(30));
    }

    private static InstalledFormat installed(BookFormat format, Duration callLimit) {
        FormatInfo info = new FormatInfo(
                "TEST",
                List.of("test"),
                "text/x-test",
                Delivery.PAGES,
                List.of(),
                "test 1.0.0",
                "test.jar",
                "test 1.0.0");
        return new InstalledFormat(
                info, format, new FormatRank(0, Version.emptyVersion, 1), null, () -> callLimit, aside -> {});
    }

    private record FlowingTestBook(Book book) implements FlowingBook {
        @Override
        public BookMetadata metadata() {
            return book.metadata();
        }

        @Override
        public int pageCount() {
            return book.pageCount();
        }

        @Override
        public String pageText(int page) throws FormatException {
            return book.pageText(page);
        }

        @Override
        public void close() {
            book.close();
        }
    }

    private static final class TestBook implements Book {
        final AtomicInteger closes = new AtomicInteger();

        @Override
        public BookMetadata metadata() {
            return new BookMetadata(Optional.of("Test"), List.of(), Optional.empty(), List.of());
        }

        @Override
        public int pageCount() {
            return 10;
        }

        @Override
        public String pageText(int page) {
            return "page " + page;
        }

        @Override
        public void close() {
            closes.incrementAndGet();
        }
    }
}
