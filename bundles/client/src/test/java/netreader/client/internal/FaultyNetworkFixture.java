package netreader.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import netreader.catalogue.Catalogue;
import netreader.catalogue.internal.CatalogueConfig;
import netreader.catalogue.internal.LibraryCatalogue;
import netreader.client.ClientException;
import netreader.client.ClientListener;
import netreader.client.Connectivity;
import netreader.client.Connectivity.State;
import netreader.client.FlowingReading;
import netreader.client.OpenRequest;
import netreader.client.Progress;
import netreader.client.ShelfBook;
import netreader.format.Work;
import netreader.format.registry.FormatRegistry;
import netreader.transport.internal.TcpConnector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;

/** The reader and the real server with a network between them that behaves badly. */
abstract class FaultyNetworkFixture {
    static final long SEED = System.nanoTime();
    static final String SEEDED = "with the seed " + SEED;
    static final int PAGES = 40;
    static final int LARGE = 1_500_000;
    static final int SMALL = 30_000;

    /** What a connection costs beside the bytes of a file: hello, the shelf, the headers of blocks. */
    static final int BYTES_PER_CONNECTION = 3000;

    /** Attempts follow quickly; everything else has all the time that it needs. */
    static final Patience PATIENT = patience(Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofSeconds(10));

    /** Silence is noticed quickly. */
    static final Patience ALERT = patience(Duration.ofMillis(1500), Duration.ofMillis(300), Duration.ofSeconds(1));

    static Patience patience(Duration answer, Duration silence, Duration ping) {
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

    static final byte[] TEXT = new byte[PAGES * PagedFormats.PAGE_BYTES];
    static final List<byte[]> FILES = new ArrayList<>();

    @TempDir
    static Path library;

    @TempDir
    static Path catalogueData;

    static LibraryCatalogue catalogue;

    @TempDir
    Path data;

    final TcpConnector connector = new TcpConnector();
    final ExecutorService callers = Executors.newCachedThreadPool();
    final List<Connectivity> heard = new CopyOnWriteArrayList<>();
    RealServer server;
    FaultyProxy proxy;
    NetworkClient client;

    @BeforeAll
    @Timeout(60)
    static void makeLibrary() throws Exception {
        FILES.clear();
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
                RealServer.configuration(CatalogueConfig.class, values),
                new PagedFormats());
        await(() -> booksReady(catalogue) == FILES.size() + 1);
    }

    static long booksReady(Catalogue catalogue) throws Exception {
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

    void serve(Map<String, Object> settings) throws Exception {
        server = new RealServer(catalogue, settings);
        proxy = new FaultyProxy(server.port(), SEED);
    }

    /** The formats that the reader has. */
    FormatRegistry formats() {
        return new PagedFormats();
    }

    void connect(Patience patience) throws Exception {
        connect(patience, Map.of());
    }

    void connect(Patience patience, Map<String, Object> settings) throws Exception {
        client = client(patience, settings);
        await(() -> client.connectivity().state() == State.CONNECTED);
    }

    NetworkClient client(Patience patience) throws Exception {
        return client(patience, Map.of());
    }

    private NetworkClient client(Patience patience, Map<String, Object> settings) throws Exception {
        Map<String, Object> values = new HashMap<>(settings);
        values.put("server", "127.0.0.1:" + proxy.port());
        values.put("data", data.toString());
        values.put("reader", "alice");
        NetworkClient made = new NetworkClient(
                RealServer.configuration(ClientConfig.class, values), connector, formats(), "test", patience);
        var unused = made.listen(new ClientListener() {
            @Override
            public void connectivityChanged(Connectivity connectivity) {
                heard.add(connectivity);
            }
        });
        return made;
    }

    /** The problems that were told with a state. */
    List<ClientException> heard(State state) {
        return heard.stream()
                .filter(connectivity -> connectivity.state() == state)
                .flatMap(connectivity -> connectivity.problem().stream())
                .toList();
    }

    /** The books are called 0.txt, 1.pdf and so on; waits until the shelf has come, and the book is on it. */
    ShelfBook book(int number) {
        while (true) {
            Optional<ShelfBook> found = client.shelf().stream()
                    .filter(book -> book.name().startsWith(Integer.toString(number)))
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    FlowingReading text() throws ClientException {
        return (FlowingReading) client.open(book(0), OpenRequest.DEFAULT);
    }

    byte[] fetch(int number) throws Exception {
        return Files.readAllBytes(client.fetch(book(number), Progress.IGNORED, Work.UNCANCELLED));
    }

    void readAllPages() throws Exception {
        try (FlowingReading text = text()) {
            for (int page = 0; page < PAGES; page++) {
                assertPage(text, page);
            }
        }
    }

    static void assertPage(FlowingReading text, int page) throws ClientException {
        String expected =
                new String(TEXT, page * PagedFormats.PAGE_BYTES, PagedFormats.PAGE_BYTES, StandardCharsets.US_ASCII);
        assertEquals(expected, text.page(page).text(), SEEDED);
    }

    static Duration timeToFail(Callable<?> call) {
        long began = System.nanoTime();
        assertThrows(ClientException.class, call::call);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    static String failure(Future<?> call) {
        ExecutionException e = assertThrows(ExecutionException.class, call::get);
        return ((ClientException) e.getCause()).code();
    }

    /** The threads that a client has started. */
    static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("netreader-receiver")
                        || name.equals("netreader-pings")
                        || name.equals("netreader-server-loop"))
                .toList();
    }

    /** Waits until the condition holds; the test's own timeout ends a wait in vain. */
    static void await(Callable<Boolean> condition) throws Exception {
        while (!condition.call()) {
            Thread.sleep(5);
        }
    }
}
