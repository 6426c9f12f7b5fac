package netreader.client.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import netreader.catalogue.Catalogue;
import netreader.catalogue.internal.CatalogueConfig;
import netreader.catalogue.internal.LibraryCatalogue;
import netreader.client.ClientException;
import netreader.client.ClientListener;
import netreader.client.Connectivity;
import netreader.client.Connectivity.State;
import netreader.client.FlowingReading;
import netreader.client.OpenRequest;
import netreader.client.Place;
import netreader.client.Progress;
import netreader.client.ShelfBook;
import netreader.format.Work;
import netreader.transport.internal.TcpConnector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;

/** The reader and the real server with a network between them that behaves badly. */
@Timeout(60)
class ConnectionFaultsTest {
    private static final long SEED = System.nanoTime();
    private static final String SEEDED = "with the seed " + SEED;
    private static final int PAGES = 40;
    private static final int LARGE = 1_500_000;
    private static final int SMALL = 30_000;

    /** What a connection costs beside the bytes of a file: hello, the shelf, the headers of blocks. */
    private static final int BYTES_PER_CONNECTION = 3000;

    /** Attempts follow quickly; everything else has all the time that it needs. */
    private static final Patience PATIENT =
            patience(Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofSeconds(10));

    /** Silence is noticed quickly. */
    private static final Patience ALERT =
            patience(Duration.ofMillis(1500), Duration.ofMillis(300), Duration.ofSeconds(1));

    private static Patience patience(Duration answer, Duration silence, Duration ping) {
        return new Patience(
                answer.dividedBy(2),
                answer,
                silence,
                ping,
                Duration.ofMillis(20),
                Duration.ofMillis(200),
                Duration.ofSeconds(30),
                Duration.ofSeconds(5));
    }

    private static final byte[] TEXT = new byte[PAGES * PagedFormats.PAGE_BYTES];
    private static final List<byte[]> FILES = new ArrayList<>();

    @TempDir
    private static Path library;

    @TempDir
    private static Path catalogueData;

    private static LibraryCatalogue catalogue;

    @TempDir
    private Path data;

    private final TcpConnector connector = new TcpConnector();
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final List<Connectivity> heard = new CopyOnWriteArrayList<>();
    private RealServer server;
    private FaultyProxy proxy;
    private NetworkClient client;

    @BeforeAll
    static void makeLibrary() throws Exception {
        Random random = new Random(11);
        for (int i = 0; i < TEXT.length; i++) {
            TEXT[i] = (byte) ('a' + random.nextInt(26));
        }
        Files.write(library.resolve("0.txt"), TEXT);
        for (int size : List.of(LARGE, LARGE, SMALL)) {
            byte[] bytes = new byte[size];
            random.nextBytes(bytes);
            FILES.add(bytes);
            Files.write(library.resolve(FILES.size() + ".pdf"), bytes);
        }
        Map<String, Object> values =
                Map.of("library", library.toString(), "data", catalogueData.toString(), "rescanInMillis", 2000);
        catalogue = new LibraryCatalogue(
                RealServer.proxy(BundleContext.class, (proxy, method, arguments) -> null),
                RealServer.proxy(CatalogueConfig.class, (proxy, method, arguments) -> values.get(method.getName())),
                new PagedFormats());
        await(() -> booksReady(catalogue) == FILES.size() + 1);
    }

    private static long booksReady(Catalogue catalogue) throws Exception {
        return catalogue.changesSince(0, 100).books().stream()
                .filter(book -> book.sha256().isPresent())
                .count();
    }

    @AfterAll
    static void stopCatalogue() throws Exception {
        RealServer.call(catalogue, "stop");
    }

    @AfterEach
    void stopAll() throws Exception {
        if (client != null) {
            client.stop();
        }
        callers.shutdownNow();
        if (proxy != null) {
            proxy.close();
        }
        if (server != null) {
            server.close();
        }
        RealServer.call(connector, "stop");
    }

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

    private void serve(Map<String, Object> settings) throws Exception {
        server = new RealServer(catalogue, settings);
        proxy = new FaultyProxy(server.port(), SEED);
    }

    private void connect(Patience patience) throws Exception {
        client = client(patience);
        await(() -> client.connectivity().state() == State.CONNECTED);
    }

    private NetworkClient client(Patience patience) throws Exception {
        Map<String, Object> values =
                Map.of("server", "127.0.0.1:" + proxy.port(), "data", data.toString(), "reader", "alice");
        NetworkClient made = new NetworkClient(
                RealServer.proxy(ClientConfig.class, (self, method, arguments) -> values.get(method.getName())),
                connector,
                new PagedFormats(),
                "test",
                patience);
        var unused = made.listen(new ClientListener() {
            @Override
            public void connectivityChanged(Connectivity connectivity) {
                heard.add(connectivity);
            }
        });
        return made;
    }

    /** The problems that were told with a state. */
    private List<ClientException> heard(State state) {
        return heard.stream()
                .filter(connectivity -> connectivity.state() == state)
                .flatMap(connectivity -> connectivity.problem().stream())
                .toList();
    }

    /** The books are called 0.txt, 1.pdf and so on. */
    private ShelfBook book(int number) {
        return client.shelf().stream()
                .filter(book -> book.name().startsWith(Integer.toString(number)))
                .findFirst()
                .orElseThrow();
    }

    private FlowingReading text() throws ClientException {
        return (FlowingReading) client.open(book(0), OpenRequest.DEFAULT);
    }

    private byte[] fetch(int number) throws Exception {
        return Files.readAllBytes(client.fetch(book(number), Progress.IGNORED, Work.UNCANCELLED));
    }

    private void readAllPages() throws Exception {
        try (FlowingReading text = text()) {
            for (int page = 0; page < PAGES; page++) {
                assertPage(text, page);
            }
        }
    }

    private static void assertPage(FlowingReading text, int page) throws ClientException {
        String expected =
                new String(TEXT, page * PagedFormats.PAGE_BYTES, PagedFormats.PAGE_BYTES, StandardCharsets.US_ASCII);
        assertEquals(expected, text.page(page).text(), SEEDED);
    }

    private static Duration timeToFail(Callable<?> call) {
        long began = System.nanoTime();
        assertThrows(ClientException.class, call::call);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static String failure(Future<?> call) {
        ExecutionException e = assertThrows(ExecutionException.class, call::get);
        return ((ClientException) e.getCause()).code();
    }

    /** The threads that a client has started. */
    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("netreader-receiver")
                        || name.equals("netreader-pings")
                        || name.equals("netreader-server-loop"))
                .toList();
    }

    /** Waits until the condition holds; the test's own timeout ends a wait in vain. */
    private static void await(Callable<Boolean> condition) throws Exception {
        while (!condition.call()) {
            Thread.sleep(5);
        }
    }
}
