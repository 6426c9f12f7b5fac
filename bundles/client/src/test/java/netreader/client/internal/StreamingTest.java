package netreader.client.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import netreader.client.ClientException;
import netreader.client.LocalCopy;
import netreader.client.OpenRequest;
import netreader.client.PaintedReading;
import netreader.client.ShelfBook;
import netreader.client.internal.store.CopyFile;
import netreader.format.registry.FormatRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A painted book is read before it is here. */
@Timeout(60)
class StreamingTest extends FaultyNetworkFixture {
    private static final int BLOCKS = (LARGE + CopyFile.BLOCK - 1) / CopyFile.BLOCK;
    private static final int LAST = LARGE / StreamedFormats.PAGE_BYTES - 1;

    @Override
    FormatRegistry formats() {
        return new StreamedFormats();
    }

    @Test
    void aPageCostsTheBlocksThatHoldIt() throws Exception {
        readOnlyWhatIsAsked();
        try (PaintedReading book = painted(1)) {
            assertPage(book, LAST);
            assertEquals(1, book.transferred().blocks());
            assertPage(book, 6); // lies in two blocks
            assertEquals(3, book.transferred().blocks());
            assertPage(book, 5);
            assertEquals(3, book.transferred().blocks(), "what is here is not fetched again");
        }
    }

    @Test
    void whoReadsOnGetsSeveralBlocksAtOnce() throws Exception {
        readOnlyWhatIsAsked();
        try (PaintedReading book = painted(1)) {
            for (int page = 0; page <= LAST; page++) {
                assertPage(book, page);
            }
            assertEquals(BLOCKS, book.transferred().blocks());
            assertTrue(
                    book.transferred().requests() < BLOCKS / 2,
                    book.transferred().toString());
        }
    }

    @Test
    void theRestFollowsAndThenTheServerIsNotNeeded() throws Exception {
        serve(Map.of());
        connect(PATIENT);
        try (PaintedReading book = painted(1)) {
            assertPage(book, LAST);
            await(() -> client.onThisComputer(book(1)));
            server.stop();
            for (int page = 0; page <= LAST; page++) {
                assertPage(book, page);
            }
        }
        try (PaintedReading again = painted(1)) {
            assertPage(again, 7);
            assertEquals(0, again.transferred().requests());
        }
    }

    @Test
    void aPageDoesNotWaitForTheRest() throws Exception {
        serve(Map.of("maxBytesPerSecond", 500_000L));
        connect(PATIENT);
        Future<byte[]> file = callers.submit(() -> fetch(1));
        try (PaintedReading book = painted(1)) {
            await(() -> here(1) > 0);
            assertPage(book, LAST);
            assertPage(book, LAST / 2);
            assertFalse(file.isDone());
            assertTrue(here(1) < LARGE / 2, here(1) + " bytes are here");
        }
        assertArrayEquals(FILES.get(0), file.get());
    }

    @Test
    void aPageComesWhenTheServerIsBack() throws Exception {
        readOnlyWhatIsAsked();
        try (PaintedReading book = painted(1)) {
            assertPage(book, 0);
            server.stop();
            Future<String> page = callers.submit(() -> book.pageText(LAST));
            assertPage(book, 1);
            server.start();
            assertEquals(textOf(1, LAST), page.get());
        }
    }

    @Test
    void whoDoesNotWantThePageAnyMoreDoesNotWaitForIt() throws Exception {
        readOnlyWhatIsAsked();
        try (PaintedReading book = painted(1)) {
            assertPage(book, 0);
            proxy.black = true;
            AtomicBoolean unwanted = new AtomicBoolean();
            Future<?> picture = callers.submit(() -> book.render(LAST, 1, unwanted::get));
            unwanted.set(true);
            assertEquals("CANCELLED", failure(picture));
            proxy.black = false;
            assertPage(book, LAST);
        }
    }

    @Test
    void aBookThatWasOnlyTouchedIsReadOn() throws Exception {
        readOnlyWhatIsAsked();
        ShelfBook before = book(2);
        try (PaintedReading book = painted(2)) {
            assertEquals(textOf(2, 0), book.pageText(0));
            Path file = library.resolve("2.pdf");
            Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis() - 100_000));
            await(() -> !book(2).version().equals(before.version()));
            assertEquals(textOf(2, LAST), book.pageText(LAST));
            assertFalse(book.outdated());
        }
    }

    @Test
    void aBookThatHasChangedSaysSoAndItsCopyIsDropped() throws Exception {
        readOnlyWhatIsAsked();
        ShelfBook before = book(3);
        byte[] old = FILES.get(2);
        try (PaintedReading book = painted(3)) {
            assertEquals(textOf(3, 0), book.pageText(0));
            byte[] changed = Arrays.copyOf(old, old.length);
            changed[0]++;
            Files.write(library.resolve("3.pdf"), changed);
            await(() -> book(3).sha256().isPresent() && !book(3).sha256().equals(before.sha256()));
            ClientException e = assertThrows(ClientException.class, () -> book.pageText(0));
            assertEquals("CHANGED", e.code());
            assertTrue(book.outdated());
        } finally {
            Files.write(library.resolve("3.pdf"), old);
        }
        Path copy = data.resolve("copies").resolve(before.sha256().orElseThrow());
        await(() -> !Files.exists(copy));
        await(() -> book(3).sha256().equals(before.sha256()));
    }

    /** Nothing comes by itself. */
    private void readOnlyWhatIsAsked() throws Exception {
        serve(Map.of());
        connect(PATIENT, Map.of("fetchesWholeBooks", false));
    }

    private PaintedReading painted(int number) throws ClientException {
        return (PaintedReading) client.open(book(number), OpenRequest.DEFAULT);
    }

    private long here(int number) {
        return client.copy(book(number)).map(LocalCopy::here).orElse(0L);
    }

    private static void assertPage(PaintedReading book, int page) throws ClientException {
        assertEquals(textOf(1, page), book.pageText(page), "page " + page);
    }

    private static String textOf(int number, int page) {
        byte[] file = FILES.get(number - 1);
        int from = page * StreamedFormats.PAGE_BYTES;
        return new String(file, from, StreamedFormats.PAGE_BYTES, StandardCharsets.ISO_8859_1);
    }
}
