package netreader.client.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import netreader.client.FlowingReading;
import netreader.format.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is read over a bad network arrives whole and right. */
@Timeout(60)
class TransferFaultsTest extends FaultyNetworkFixture {
    @Test
    void everythingIsReadInPiecesOfOneByte() throws Exception {
        serve(Map.of());
        proxy.largestPiece = 1;
        connect(PATIENT);
        readAllPages();
        assertArrayEquals(FILES.get(2), fetch(3));
    }

    @Test
    void everythingIsReadThroughASlowNetworkThatSplits() throws Exception {
        serve(Map.of());
        proxy.delay = 1;
        proxy.largestPiece = 3000;
        connect(PATIENT);
        readAllPages();
        assertArrayEquals(FILES.get(0), fetch(1), SEEDED);
    }

    @Test
    void noByteThatArrivedBeforeACutIsFetchedAgain() throws Exception {
        serve(Map.of());
        proxy.cutToReader = 100_000; // less than a block
        connect(PATIENT);
        long before = proxy.bytesToReader.get();
        assertArrayEquals(FILES.get(0), fetch(1));
        int connections = proxy.connections.get();
        assertTrue(connections > LARGE / 100_000, connections + " connections");
        long more = proxy.bytesToReader.get() - before - LARGE;
        assertTrue(more < (long) connections * BYTES_PER_CONNECTION, more + " bytes more than the file");
    }

    @Test
    void resetsAreGotOver() throws Exception {
        serve(Map.of());
        proxy.cutToReader = 300_000;
        proxy.reset = true;
        connect(PATIENT);
        assertArrayEquals(FILES.get(0), fetch(1));
    }

    @Test
    void pagesAndFilesGoOnWhenTheWayToTheServerIsCutAgainAndAgain() throws Exception {
        serve(Map.of());
        proxy.cutToServer = 600;
        connect(PATIENT);
        readAllPages();
        assertArrayEquals(FILES.get(0), fetch(1));
        assertTrue(proxy.connections.get() > 3);
    }

    @Test
    void pagesAreTurnedWhileFilesArrive() throws Exception {
        serve(Map.of());
        proxy.delay = 3;
        connect(PATIENT);
        try (FlowingReading text = text()) {
            Future<byte[]> one = callers.submit(() -> fetch(1));
            Future<byte[]> other = callers.submit(() -> fetch(2));
            List<Long> millis = new ArrayList<>();
            while (!one.isDone() && !other.isDone()) {
                long began = System.nanoTime();
                assertPage(text, millis.size() % PAGES);
                millis.add(Duration.ofNanos(System.nanoTime() - began).toMillis());
            }
            assertArrayEquals(FILES.get(0), one.get());
            assertArrayEquals(FILES.get(1), other.get());
            // A page is on its way for about 6 ms; behind the blocks under way of a file it would be 400 and more.
            Collections.sort(millis);
            assertTrue(millis.size() > 10, "pages took " + millis);
            assertTrue(millis.get(millis.size() / 2) < 200, "pages took " + millis);
            assertTrue(millis.get(millis.size() - 1) < 3000, "pages took " + millis);
        }
    }

    @Test
    void aServerThatRestartsDuringATransferIsGoneOnWith() throws Exception {
        serve(Map.of("maxBytesPerSecond", 1_000_000L));
        connect(PATIENT);
        try (FlowingReading text = text()) {
            assertPage(text, 1);
            AtomicLong received = new AtomicLong();
            long before = proxy.bytesToReader.get();
            Future<Path> file = callers.submit(
                    () -> client.fetch(book(1), (bytes, total) -> received.set(bytes), Work.UNCANCELLED));
            await(() -> received.get() > 300_000);
            server.stop();
            assertTrue(received.get() < LARGE, "the server was too quick for this test");
            server.start();
            assertArrayEquals(FILES.get(0), Files.readAllBytes(file.get()));
            long more = proxy.bytesToReader.get() - before - LARGE;
            assertTrue(more < (long) proxy.connections.get() * BYTES_PER_CONNECTION, more + " bytes too many");
            assertPage(text, 2);
        }
    }

    @Test
    void aTransferWaitsForANetworkThatIsBlack() throws Exception {
        serve(Map.of("maxBytesPerSecond", 4_000_000L));
        connect(ALERT);
        AtomicLong received = new AtomicLong();
        Future<Path> file =
                callers.submit(() -> client.fetch(book(1), (bytes, total) -> received.set(bytes), Work.UNCANCELLED));
        await(() -> received.get() > 0);
        proxy.black = true;
        int before = proxy.connections.get();
        await(() -> proxy.connections.get() > before + 1); // it has given the connection up and tries others
        proxy.black = false;
        assertArrayEquals(FILES.get(0), Files.readAllBytes(file.get()));
    }
}
