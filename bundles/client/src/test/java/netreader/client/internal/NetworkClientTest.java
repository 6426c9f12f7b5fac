package netreader.client.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import netreader.client.ClientException;
import netreader.client.Connectivity.State;
import netreader.client.FlowingReading;
import netreader.client.OpenRequest;
import netreader.client.Place;
import netreader.client.Progress;
import netreader.client.ShelfBook;
import netreader.format.BookSource;
import netreader.format.OpenOptions;
import netreader.format.Work;
import netreader.format.registry.FormatInfo;
import netreader.format.registry.FormatRegistry;
import netreader.format.registry.FormatUnavailableException;
import netreader.format.registry.OpenBook;
import netreader.protocol.BookRow;
import netreader.protocol.Reply;
import netreader.transport.internal.TcpConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class NetworkClientTest {
    private static final long TEXT = 1;
    private static final long FILE = 2;

    /** The most that is on its way at a time. */
    private static final int UNDER_WAY = 5 << 20;

    private static final Patience PATIENCE = new Patience(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofSeconds(10),
            Duration.ofMillis(50),
            Duration.ofMillis(500),
            Duration.ofMinutes(1),
            Duration.ofMillis(100));

    @TempDir
    private Path data;

    private final byte[] content = new byte[3_000_000];
    private TestServer server;
    private NetworkClient client;

    @BeforeEach
    void startServer() throws Exception {
        new Random(11).nextBytes(content);
        server = new TestServer();
        server.shelf.put(TEXT, row(TEXT, "论语.txt", "TXT", "pages", 46_461, Optional.empty()));
        server.shelf.put(FILE, row(FILE, "scan.pdf", "PDF", "file", content.length, Optional.of(sha256(content))));
        server.files.put(FILE, content);
    }

    @AfterEach
    void stopAll() throws IOException {
        if (client != null) {
            client.stop();
        }
        server.close();
    }

    @Test
    void theShelfIsHeardAndFollowsTheServer() throws Exception {
        start();
        assertEquals(List.of("论语.txt", "scan.pdf"), names());
        server.shelf.put(3L, row(3, "new.txt", "TXT", "pages", 5, Optional.empty()));
        server.revision = 2;
        server.announce();
        await(() -> names().contains("new.txt"));
    }

    @Test
    void aServerThatIsNotThereIsSaidAtOnce() throws Exception {
        server.die();
        client = client(data.toString());
        ClientException e = assertThrows(ClientException.class, () -> client.awaitShelf(Duration.ofSeconds(20)));
        assertEquals(ClientException.UNREACHABLE, e.code());
        assertEquals("No server answers on 127.0.0.1:" + server.port(), e.getMessage());
        assertEquals(State.WAITING, client.connectivity().state());
    }

    @Test
    void whatIsRememberedIsThereWithoutTheServer() throws Exception {
        start();
        client.fetch(book(FILE), Progress.IGNORED, Work.UNCANCELLED);
        client.remember(book(TEXT), new Place(4096, 0.25));
        client.stop();
        server.die();
        client = client(data.toString());
        await(() -> names().equals(List.of("论语.txt", "scan.pdf")));
        assertEquals(Optional.of(new Place(4096, 0.25)), client.place(book(TEXT)));
        await(() -> client.onThisComputer(book(FILE)));
        assertArrayEquals(content, Files.readAllBytes(client.fetch(book(FILE), Progress.IGNORED, Work.UNCANCELLED)));
    }

    @Test
    void someRememberedBooksAreThereBeforeAllTheOthers() throws Exception {
        start();
        client.stop();
        server.die();
        client = client(data.toString());
        List<ShelfBook> remembered = client.remembered(List.of(FILE, 77L, TEXT));
        assertEquals(
                List.of("scan.pdf", "论语.txt"),
                remembered.stream().map(ShelfBook::name).toList());
        await(() -> client.shelf().contains(remembered.get(0)));
    }

    @Test
    void placesReachTheServerAlsoThoseOfWhileItWasAway() throws Exception {
        start();
        client.remember(book(TEXT), new Place(100, 0.1));
        await(() -> new Reply.Place(100, 0.1).equals(server.places.get(TEXT)));
        server.die();
        await(() -> client.connectivity().state() == State.WAITING);
        client.remember(book(TEXT), new Place(200, 0.2));
        server.comeBack();
        await(() -> new Reply.Place(200, 0.2).equals(server.places.get(TEXT)));
    }

    @Test
    void aPlaceOfAnotherComputerCountsWhereThereIsNone() throws Exception {
        server.places.put(TEXT, new Reply.Place(300, 0.3));
        start();
        client.open(book(TEXT), OpenRequest.DEFAULT).close();
        assertEquals(Optional.of(new Place(300, 0.3)), client.place(book(TEXT)));
    }

    @Test
    void aTextIsReadOnAfterTheServerWasAway() throws Exception {
        start();
        try (FlowingReading text = (FlowingReading) client.open(book(TEXT), OpenRequest.DEFAULT)) {
            assertEquals("第3页", text.page(3).text());
            assertEquals(10, text.pageCount());
            assertEquals(
                    "OUT_OF_RANGE",
                    assertThrows(ClientException.class, () -> text.page(10)).code());
            server.die();
            assertThrows(ClientException.class, () -> text.page(4));
            server.comeBack();
            assertEquals("第4页", text.page(4).text());
        }
    }

    @Test
    void closingATextDoesNotWaitForAServerThatIsSilent() throws Exception {
        start();
        FlowingReading text = (FlowingReading) client.open(book(TEXT), OpenRequest.DEFAULT);
        server.die();
        await(() -> client.connectivity().state() == State.WAITING);
        server.silentOnOpen = true;
        server.comeBack();
        Thread turning = new Thread(() -> assertThrows(ClientException.class, () -> text.page(1)));
        turning.start();
        await(() -> server.opensAsked.get() == 2);
        long began = System.nanoTime();
        text.close();
        long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
        server.die();
        turning.join();
        assertTrue(seconds < 2, "closing took " + seconds + " s");
    }

    @Test
    void aFileArrivesWholeWithItsProgress() throws Exception {
        start();
        AtomicLong last = new AtomicLong();
        Path file = client.fetch(book(FILE), (received, total) -> last.set(received), Work.UNCANCELLED);
        assertArrayEquals(content, Files.readAllBytes(file));
        assertEquals(content.length, last.get());
        assertTrue(client.deleteCopy(book(FILE)));
        assertFalse(client.onThisComputer(book(FILE)));
        assertFalse(client.deleteCopy(book(FILE)));
    }

    @Test
    void aTransferThatIsCutGoesOnWhereItStopped() throws Exception {
        server.cutAfter = 2_000_000;
        start();
        Path file = client.fetch(client.named("2").books().get(0), Progress.IGNORED, Work.UNCANCELLED);
        assertArrayEquals(content, Files.readAllBytes(file));
        long sentTwice = server.bytesSent.get() - content.length;
        assertTrue(sentTwice < UNDER_WAY, "only the blocks under way are sent twice: " + sentTwice);
    }

    @Test
    void aTransferThatWasBrokenOffGoesOnInTheNextRun() throws Exception {
        start();
        breakOff();
        long before = server.bytesSent.get();
        assertTrue(before < content.length);
        start();
        assertArrayEquals(content, Files.readAllBytes(client.fetch(book(FILE), Progress.IGNORED, Work.UNCANCELLED)));
        assertTrue(server.bytesSent.get() - before < content.length, "what was there is not fetched again");
    }

    @Test
    void whatWasDamagedInAnUnfinishedCopyIsFetchedAnewAndNothingElse() throws Exception {
        server.cutAfter = 2_000_000;
        start();
        breakOff();
        long before = server.bytesSent.get();
        Path copy = data.resolve("copies").resolve(sha256(content));
        try (FileChannel file = FileChannel.open(copy, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(new byte[] {1, 2, 3}), 100_000);
        }
        start();
        assertArrayEquals(content, Files.readAllBytes(client.fetch(book(FILE), Progress.IGNORED, Work.UNCANCELLED)));
        assertTrue(server.bytesSent.get() < content.length + UNDER_WAY, server.bytesSent.get() + ", before " + before);
    }

    /** Reads on until something is here, and ends the reader. */
    private void breakOff() throws Exception {
        server.delay = 50;
        AtomicLong received = new AtomicLong();
        ClientException e = assertThrows(
                ClientException.class,
                () -> client.fetch(book(FILE), (n, total) -> received.set(n), () -> received.get() > 0));
        assertEquals("CANCELLED", e.code());
        client.stop();
        server.delay = 0;
    }

    @Test
    void aWholeCopyThatWasDamagedIsMendedWhenItIsFetchedAgain() throws Exception {
        start();
        Path copy = client.fetch(book(FILE), Progress.IGNORED, Work.UNCANCELLED);
        client.stop();
        try (FileChannel file = FileChannel.open(copy, StandardOpenOption.WRITE)) {
            file.truncate(700_000);
        }
        long before = server.bytesSent.get();
        start();
        await(() -> client.copy(book(FILE)).isPresent());
        assertArrayEquals(content, Files.readAllBytes(client.fetch(book(FILE), Progress.IGNORED, Work.UNCANCELLED)));
        assertTrue(server.bytesSent.get() - before < content.length - 600_000, "only what was lost");
    }

    @Test
    void copiesAreFoundAgainWhenTheirListIsLost() throws Exception {
        start();
        Path copy = client.fetch(book(FILE), Progress.IGNORED, Work.UNCANCELLED);
        client.stop();
        for (String list : List.of("copies.db", "copies.db-wal", "copies.db-shm")) {
            Files.deleteIfExists(copy.resolveSibling(list));
        }
        Path stranger = Files.write(copy.resolveSibling("0".repeat(64)), new byte[1000]);
        long before = server.bytesSent.get();
        start();
        await(() -> client.onThisComputer(book(FILE)));
        assertArrayEquals(content, Files.readAllBytes(client.fetch(book(FILE), Progress.IGNORED, Work.UNCANCELLED)));
        assertEquals(before, server.bytesSent.get());
        assertFalse(Files.exists(stranger), "what is not what its name says is deleted");
    }

    @Test
    void whatIsToBeKeptIsCompletedInTheBackgroundAlsoAfterARestart() throws Exception {
        start();
        breakOff();
        start();
        server.delay = 50;
        client.keep(book(FILE), true);
        client.stop();
        assertFalse(server.bytesSent.get() >= content.length, "it was too quick for this test");
        start();
        await(() -> client.onThisComputer(book(FILE)));
        assertTrue(client.copy(book(FILE)).orElseThrow().kept());
        assertArrayEquals(content, Files.readAllBytes(data.resolve("copies").resolve(sha256(content))));
    }

    @Test
    void whatIsNotWhatTheServerPromisedIsRefused() throws Exception {
        server.files.put(FILE, Arrays.copyOf(new byte[] {1}, content.length));
        start();
        ClientException e =
                assertThrows(ClientException.class, () -> client.fetch(book(FILE), Progress.IGNORED, Work.UNCANCELLED));
        assertEquals(ClientException.DIGEST_MISMATCH, e.code());
        assertFalse(client.onThisComputer(book(FILE)));
    }

    @Test
    void aBookWithoutABundleForItsFormatSaysSo() throws Exception {
        start();
        ClientException e = assertThrows(ClientException.class, () -> client.open(book(FILE), OpenRequest.DEFAULT));
        assertEquals(ClientException.FORMAT_UNAVAILABLE, e.code());
    }

    @Test
    void anotherCatalogueAtTheSameAddressIsNotMixedWithTheFirst() throws Exception {
        start();
        client.remember(book(TEXT), new Place(100, 0.1));
        client.stop();
        server.catalogue = "second";
        server.shelf.remove(FILE);
        start();
        assertEquals(List.of("论语.txt"), names());
        assertEquals(Optional.empty(), client.place(book(TEXT)));
        client.stop();
        server.catalogue = "first";
        start();
        assertEquals(Optional.of(new Place(100, 0.1)), client.place(book(TEXT)));
    }

    @Test
    void noPlaceIsLostWhenTheConnectionEndsWhileTheyAreTold() throws Exception {
        start();
        server.die();
        await(() -> client.connectivity().state() == State.WAITING);
        client.remember(book(TEXT), new Place(100, 0.1));
        client.remember(book(FILE), new Place(5, 0.5));
        server.placesRefused.set(1);
        server.comeBack();
        await(() -> server.places.size() == 2);
    }

    @Test
    void aPlaceOfACatalogueThatWasMadeAnewDoesNotEndTheLoop() throws Exception {
        start();
        server.die();
        await(() -> client.connectivity().state() == State.WAITING);
        client.remember(book(TEXT), new Place(100, 0.1));
        server.catalogue = "second";
        server.comeBack();
        await(() -> client.connectivity().state() == State.CONNECTED);
        server.shelf.remove(FILE);
        server.shelf.put(3L, row(3, "new.txt", "TXT", "pages", 5, Optional.empty()));
        server.revision = 2;
        server.announce();
        await(() -> names().contains("new.txt"));
        assertEquals(Map.of(), server.places);
    }

    @Test
    void anAnnouncementOfACatalogueThatWasMadeAnewIsForgotten() throws Exception {
        start();
        server.revision = 100;
        server.announce();
        await(() -> server.shelvesAsked.get() == 2);
        server.die();
        await(() -> client.connectivity().state() == State.WAITING);
        server.catalogue = "second";
        server.revision = 1;
        server.comeBack();
        await(() -> client.connectivity().state() == State.CONNECTED);
        Thread.sleep(300); // that nothing is asked cannot be waited for
        assertEquals(3, server.shelvesAsked.get());
    }

    @Test
    void aDamagedReadingStateIsSetAsideAndMadeAnew() throws Exception {
        Files.writeString(data.resolve("reader.db"), "this is no database ".repeat(1000));
        start();
        client.remember(book(TEXT), new Place(100, 0.1));
        client.stop();
        start();
        assertEquals(Optional.of(new Place(100, 0.1)), client.place(book(TEXT)));
        try (Stream<Path> files = Files.list(data)) {
            assertTrue(files.anyMatch(file -> file.getFileName().toString().startsWith("reader.db.damaged-")));
        }
    }

    @Test
    void whoAsksAfterTheEndIsNotThrownAt() throws Exception {
        start();
        ShelfBook book = book(TEXT);
        client.stop();
        client.remember(book, new Place(100, 0.1));
        client = null;
    }

    @Test
    void aClientThatKeepsNothingLeavesNothing() throws Exception {
        client = client("");
        client.awaitShelf(Duration.ofSeconds(20));
        Path file = client.fetch(book(FILE), Progress.IGNORED, Work.UNCANCELLED);
        assertTrue(Files.exists(file));
        client.stop();
        client = null;
        assertFalse(Files.exists(file.getParent().getParent()));
        assertEquals(server.revision, server.askedSince.get());
    }

    private void start() throws Exception {
        client = client(data.toString());
        client.awaitShelf(Duration.ofSeconds(20));
    }

    private List<String> names() {
        return client.shelf().stream().map(ShelfBook::name).toList();
    }

    private ShelfBook book(long id) {
        return client.shelf().stream()
                .filter(book -> book.id() == id)
                .findFirst()
                .orElseThrow();
    }

    /** Waits until the condition holds; the test's own timeout ends a wait in vain. */
    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(5);
        }
    }

    /** A server could overwrite any file of the reader. */
    @Test
    void aDigestThatIsAPathIsNone() throws Exception {
        Path precious = Files.writeString(data.resolve("precious"), "precious");
        server.shelf.put(FILE, row(FILE, "scan.pdf", "PDF", "file", 3, Optional.of(precious.toString())));
        server.shelf.put(3L, row(3, "up.pdf", "PDF", "file", 3, Optional.of("../../precious")));
        server.shelf.put(4L, row(4, "large.pdf", "PDF", "file", 3, Optional.of("A".repeat(64))));
        start();
        assertEquals(4, client.shelf().size());
        assertTrue(client.shelf().stream().allMatch(book -> book.sha256().isEmpty()));
        assertEquals("precious", Files.readString(precious));
    }

    @Test
    void whatWasToBeKeptAndIsDeletedIsFetchedNoMore() throws Exception {
        server.delay = 200;
        start();
        ShelfBook book = client.shelf().get(1);
        client.keep(book, true);
        await(() -> server.bytesSent.get() > 0);
        client.deleteCopy(book);
        await(() -> client.copy(book).isEmpty());
        assertTrue(server.bytesSent.get() < content.length, server.bytesSent + " bytes were sent");
        assertFalse(Files.exists(data.resolve("copies").resolve(sha256(content))));
    }

    private static BookRow row(long id, String name, String format, String delivery, long bytes, Optional<String> sha) {
        return new BookRow(
                id,
                name,
                name,
                List.of(),
                format,
                delivery,
                bytes,
                "v1",
                10,
                sha,
                "ready",
                Optional.empty(),
                false,
                Optional.empty(),
                0);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private NetworkClient client(String folder) throws Exception {
        Map<String, Object> values = Map.of("server", "127.0.0.1:" + server.port(), "data", folder, "reader", "alice");
        ClientConfig config = RealServer.configuration(ClientConfig.class, values);
        return new NetworkClient(config, new TcpConnector(), new NoFormats(), "test", PATIENCE);
    }

    private static final class NoFormats implements FormatRegistry {
        @Override
        public List<FormatInfo> formats() {
            return List.of();
        }

        @Override
        public Optional<FormatInfo> byName(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<FormatInfo> forFileName(String fileName) {
            return Optional.empty();
        }

        @Override
        public OpenBook open(String format, BookSource source, OpenOptions options) throws FormatUnavailableException {
            throw new FormatUnavailableException(format);
        }

        @Override
        public Optional<Path> folder() {
            return Optional.empty();
        }

        @Override
        public AutoCloseable listen(Runnable listener) {
            return () -> {};
        }
    }
}
