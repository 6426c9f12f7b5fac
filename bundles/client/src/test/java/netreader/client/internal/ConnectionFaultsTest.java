package netreader.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import netreader.client.ClientException;
import netreader.client.Connectivity.State;
import netreader.client.Contents;
import netreader.client.FlowingReading;
import netreader.client.Place;
import netreader.client.Progress;
import netreader.format.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections over a bad network end in time, say why, and come back. */
@Timeout(60)
class ConnectionFaultsTest extends FaultyNetworkFixture {
    @Test
    void aServerThatVanishedIsNoticedWhileNobodyAsks() throws Exception {
        serve(Map.of());
        connect(ALERT);
        try (FlowingReading text = text()) {
            assertPage(text, 3);
            proxy.forgetConnections();
            await(() -> !heard(State.WAITING).isEmpty());
            assertEquals("TIMEOUT", heard(State.WAITING).get(0).code());
            await(() -> client.connectivity().state() == State.CONNECTED);
            assertPage(text, 4);
        }
    }

    @Test
    void callsEndInTimeWhileTheNetworkIsBlackAndGoOnAfterwards() throws Exception {
        serve(Map.of());
        connect(ALERT);
        try (FlowingReading text = text()) {
            proxy.black = true;
            for (int round = 0; round < 2; round++) { // over the connection that is there, and over none
                List<Future<Duration>> calls = new ArrayList<>();
                for (int caller = 0; caller < 6; caller++) {
                    calls.add(callers.submit(() -> timeToFail(() -> text.page(5))));
                }
                calls.add(callers.submit(() -> timeToFail(() -> client.details(book(0)))));
                for (Future<Duration> call : calls) {
                    assertTrue(call.get().compareTo(ALERT.answer().multipliedBy(3)) < 0, "a call took " + call.get());
                }
            }
            await(() -> client.connectivity().state() == State.WAITING);
            proxy.black = false;
            await(() -> client.connectivity().state() == State.CONNECTED);
            assertPage(text, 5);
        }
    }

    @Test
    void whoIsInterruptedStopsWaitingAndHarmsNobodyElse() throws Exception {
        serve(Map.of());
        connect(PATIENT);
        try (FlowingReading text = text()) {
            int connections = proxy.connections.get();
            proxy.black = true;
            CompletableFuture<String> outcome = new CompletableFuture<>();
            Thread caller = new Thread(() -> {
                ClientException e = assertThrows(ClientException.class, () -> text.page(1));
                outcome.complete(e.code() + Thread.currentThread().isInterrupted());
            });
            caller.start();
            await(() -> caller.getState() == Thread.State.TIMED_WAITING);
            caller.interrupt();
            assertEquals("CANCELLEDtrue", outcome.get());
            proxy.black = false;
            assertPage(text, 2);
            assertEquals(connections, proxy.connections.get());
        }
    }

    @Test
    void contentsThatTheServerFindsBitByBitComeWholeAndPagesInBetween() throws Exception {
        serve(Map.of());
        connect(PATIENT);
        try (FlowingReading text = text()) {
            Future<Contents> contents = callers.submit(text::contents);
            assertPage(text, 6);
            assertTrue(contents.get().complete());
            assertEquals(PagedFormats.CHAPTERS, contents.get().entries().size());
        }
    }

    @Test
    void aSilentReaderStaysConnectedByPings() throws Exception {
        serve(Map.of("idleTimeoutInSeconds", 2));
        connect(patience(Duration.ofSeconds(30), Duration.ofMillis(300), Duration.ofSeconds(5)));
        long began = System.nanoTime();
        await(() -> System.nanoTime() - began > Duration.ofMillis(2500).toNanos());
        assertEquals(List.of(), heard(State.WAITING));
        assertEquals(1, proxy.connections.get());
    }

    @Test
    void anIdleLimitIsToldByItsCode() throws Exception {
        serve(Map.of("idleTimeoutInSeconds", 1));
        connect(PATIENT);
        await(() -> !heard(State.WAITING).isEmpty());
        assertEquals("TIMEOUT", heard(State.WAITING).get(0).code());
        assertEquals(
                "NetReader has waited too long for a request",
                heard(State.WAITING).get(0).getMessage());
        await(() -> client.connectivity().state() == State.CONNECTED);
    }

    @Test
    void aServerThatStopsSaysSoAndIsFoundAgain() throws Exception {
        serve(Map.of());
        connect(PATIENT);
        try (FlowingReading text = text()) {
            server.stop();
            await(() -> !heard(State.WAITING).isEmpty());
            assertEquals("STOPPING", heard(State.WAITING).get(0).code());
            assertEquals("NetReader is stopping", heard(State.WAITING).get(0).getMessage());
            server.start();
            assertPage(text, 7);
        }
    }

    @Test
    void aServerThatIsBusySaysSoAndIsAskedAgain() throws Exception {
        serve(Map.of("maxConnections", 1));
        try (Socket other = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            await(() -> server.sessions().size() == 1);
            client = client(PATIENT);
            ClientException e = assertThrows(ClientException.class, () -> client.awaitShelf(Duration.ofSeconds(20)));
            assertEquals("BUSY", e.code());
            assertEquals("NetReader is busy: too many connections are open", e.getMessage());
            int attempts = proxy.connections.get();
            await(() -> proxy.connections.get() > attempts);
        }
        await(() -> client.connectivity().state() == State.CONNECTED);
        // There is no place for a second connection either: a transfer waits until it is told to stop.
        AtomicInteger asked = new AtomicInteger();
        ClientException e = assertThrows(
                ClientException.class,
                () -> client.fetch(book(3), Progress.IGNORED, () -> asked.incrementAndGet() > 5));
        assertEquals("CANCELLED", e.code());
    }

    @Test
    void whatIsNoNetReaderServerIsSaidToBeNone() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            AtomicInteger attempts = new AtomicInteger();
            Future<?> web = callers.submit(() -> {
                while (true) {
                    try (Socket socket = listener.accept();
                            OutputStream out = socket.getOutputStream()) {
                        attempts.incrementAndGet();
                        out.write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                        socket.shutdownOutput();
                        socket.getInputStream().readAllBytes();
                    }
                }
            });
            proxy = new FaultyProxy(listener.getLocalPort(), SEED);
            long began = System.nanoTime();
            client = client(PATIENT);
            ClientException e = assertThrows(ClientException.class, () -> client.awaitShelf(Duration.ofSeconds(20)));
            assertEquals("BAD_FRAME", e.code());
            await(() -> attempts.get() > 8);
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            assertTrue(took.toMillis() > 500, "pauses grow: " + took); // 20 + 40 + 80 + 160 + 4 x 200
            web.cancel(true);
        }
    }

    @Test
    void aRefusedConnectionIsTriedAgain() throws Exception {
        serve(Map.of());
        connect(PATIENT);
        try (FlowingReading text = text()) {
            proxy.refuse();
            proxy.forgetConnections();
            server.stop();
            server.start();
            assertEquals(
                    ClientException.UNREACHABLE,
                    assertThrows(ClientException.class, () -> text.page(8)).code());
            proxy.takeAgain();
            assertPage(text, 8);
        }
    }

    @Test
    void closingLeavesNothingOnEitherSide() throws Exception {
        serve(Map.of("maxBytesPerSecond", 1_000_000L));
        connect(PATIENT);
        AtomicLong received = new AtomicLong();
        Future<Path> file =
                callers.submit(() -> client.fetch(book(1), (bytes, total) -> received.set(bytes), Work.UNCANCELLED));
        FlowingReading text = text();
        await(() -> received.get() > 0);
        assertEquals(2, server.sessions().size());
        client.stop();
        assertEquals("CANCELLED", failure(file));
        assertEquals(
                "CANCELLED",
                assertThrows(ClientException.class, () -> text.page(1)).code());
        await(() -> server.sessions().isEmpty());
        await(() -> threads().isEmpty());
        client = null;
    }

    @Test
    void closingDoesNotWaitForABlackNetwork() throws Exception {
        serve(Map.of());
        connect(PATIENT);
        FlowingReading text = text();
        proxy.black = true;
        Future<?> page = callers.submit(() -> text.page(1));
        client.remember(book(0), new Place(100, 0.1));
        long began = System.nanoTime();
        client.stop();
        assertEquals("CANCELLED", failure(page));
        await(() -> threads().isEmpty());
        assertTrue(System.nanoTime() - began < Duration.ofSeconds(8).toNanos());
        proxy.black = false;
        await(() -> server.sessions().isEmpty());
        client = null;
    }
}
