package netreader.client.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import netreader.client.ClientException;
import netreader.client.Connectivity;
import netreader.client.FlowingReading;
import netreader.client.OpenRequest;
import netreader.client.Place;
import netreader.client.Progress;
import netreader.client.ShelfBook;
import netreader.client.ShelfChange;
import netreader.format.Work;
import netreader.protocol.BookRow;
import netreader.transport.internal.TcpConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Books that come, change and go on the server while a reader knows them. */
@Timeout(60)
class LivingShelfTest {
    private static final long BOOK = 7;
    private static final byte[] CONTENT = "a book that is fetched".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path data;

    private TestServer server;
    private NetworkClient client;
    private long revision = 1;

    @BeforeEach
    void serveABook() throws Exception {
        server = new TestServer();
        put(BOOK, "scan.pdf", CONTENT);
        put(8, "other.pdf", "another one".getBytes(StandardCharsets.UTF_8));
        start();
    }

    @AfterEach
    void stop() throws Exception {
        client.stop();
        server.close();
    }

    @Test
    void aBookThatGoesVanishesIfItWasNeverFetched() throws Exception {
        client.fetch(book(8), Progress.IGNORED, Work.UNCANCELLED);
        remove(BOOK);
        await(() -> client.book(BOOK).isEmpty());
        assertEquals(1, client.shelf().size());
    }

    @Test
    void aFetchedBookThatGoesIsKeptAndReadAlsoAfterARestart() throws Exception {
        client.fetch(book(BOOK), Progress.IGNORED, Work.UNCANCELLED);
        remove(BOOK);
        await(() -> book(BOOK).gone());
        client.stop();
        start();
        assertTrue(book(BOOK).gone());
        await(() -> client.onThisComputer(book(BOOK)));
        assertArrayEquals(CONTENT, Files.readAllBytes(client.fetch(book(BOOK), Progress.IGNORED, Work.UNCANCELLED)));
    }

    @Test
    void aBookThatComesBackIsThereAsBefore() throws Exception {
        client.fetch(book(BOOK), Progress.IGNORED, Work.UNCANCELLED);
        remove(BOOK);
        await(() -> book(BOOK).gone());
        put(BOOK, "scan.pdf", CONTENT);
        announce();
        await(() -> !book(BOOK).gone());
        assertTrue(client.onThisComputer(book(BOOK)));
    }

    @Test
    void aBookThatComesBackUnderAnotherNumberIsThatOneAtTheSamePlace() throws Exception {
        client.fetch(book(BOOK), Progress.IGNORED, Work.UNCANCELLED);
        client.remember(book(BOOK), new Place(12, 0.5));
        remove(BOOK);
        await(() -> book(BOOK).gone());
        ShelfBook before = book(BOOK);
        put(99, "moved/scan 2.pdf", CONTENT);
        announce();
        await(() -> client.book(99).isPresent() && client.book(BOOK).isEmpty());
        assertFalse(book(99).gone());
        assertTrue(client.onThisComputer(book(99)));
        assertEquals(Optional.of(new Place(12, 0.5)), client.place(book(99)));
        assertTrue(client.onThisComputer(before), "who still has the old one finds the same copy");
        assertEquals(99, client.latest(before).id());
        client.remember(before, new Place(13, 0.6));
        assertEquals(
                Optional.of(new Place(13, 0.6)), client.place(book(99)), "who has it open reads on in the new one");
    }

    @Test
    void aGoneBookVanishesWithItsCopy() throws Exception {
        client.fetch(book(BOOK), Progress.IGNORED, Work.UNCANCELLED);
        remove(BOOK);
        await(() -> book(BOOK).gone());
        client.deleteCopy(book(BOOK));
        assertTrue(client.book(BOOK).isEmpty());
        client.stop();
        start();
        assertTrue(client.book(BOOK).isEmpty());
    }

    @Test
    void theCopyOfABookThatHasChangedIsDropped() throws Exception {
        Path copy = client.fetch(book(BOOK), Progress.IGNORED, Work.UNCANCELLED);
        put(BOOK, "scan.pdf", "the second edition".getBytes(StandardCharsets.UTF_8));
        announce();
        await(() -> !Files.exists(copy));
        assertEquals(Optional.empty(), client.copy(book(BOOK)));
        assertFalse(book(BOOK).gone());
    }

    @Test
    void whoAsksForChangesGetsNothingElse() throws Exception {
        ShelfChange all = client.shelfSince(0);
        assertTrue(all.anew());
        assertEquals(2, all.books().size());
        assertTrue(client.shelfSince(all.stamp()).isEmpty());
        put(9, "new.pdf", CONTENT);
        server.shelf.remove(8L);
        server.gone.add(8L);
        announce();
        await(() -> client.book(9).isPresent() && client.book(8).isEmpty());
        ShelfChange change = client.shelfSince(all.stamp());
        assertFalse(change.anew());
        assertTrue(change.books().contains(book(9)));
        assertEquals(List.of(8L), change.removed());
    }

    @Test
    void aReaderIsConnectedWhileALargeShelfIsStillComing() throws Exception {
        client.stop();
        for (long id = 100; id < 400; id++) {
            put(id, id + ".pdf", ("book " + id).getBytes(StandardCharsets.UTF_8));
        }
        server.part = 10;
        server.partDelay = 40;
        client = client();
        await(() -> client.connectivity().state() == Connectivity.State.CONNECTED);
        assertTrue(client.fetching().isPresent());
        assertTrue(client.shelf().size() < 302);
        client.awaitShelf(Duration.ofSeconds(30));
        assertEquals(302, client.shelf().size());
        assertTrue(client.fetching().isEmpty());
    }

    @Test
    void aNewPictureOfTheSameFileIsSeenAtOnceAndThatOfBeforeIsAskedForOnce() throws Exception {
        server.covers.put(BOOK, "red");
        put(BOOK, "scan.pdf", CONTENT);
        announce();
        await(() -> book(BOOK).cover().isPresent());
        assertEquals("red 240", cover(240));
        assertEquals("red 240", cover(200), "it is large enough");
        assertEquals("red 480", cover(480));
        assertEquals("red 480", cover(240));
        assertEquals(2, server.coversSent.get());
        server.covers.put(BOOK, "blue");
        put(BOOK, "scan.pdf", CONTENT);
        announce();
        await(() -> book(BOOK).cover().equals(Optional.of("blue")));
        assertEquals("blue 240", cover(240));
        client.stop();
        server.die();
        client = client();
        await(() -> client.book(BOOK).isPresent());
        assertEquals("blue 240", cover(240));
    }

    @Test
    void aTextThatIsOpenIsReadOnWhenItComesBackUnderAnotherNumber() throws Exception {
        byte[] text = "a text".getBytes(StandardCharsets.UTF_8);
        put(20, "a.txt", text, "pages");
        announce();
        await(() -> client.book(20).isPresent());
        try (FlowingReading reading = (FlowingReading) client.open(
                book(20), new OpenRequest(4096, Map.of(), Optional.empty(), Progress.IGNORED, Work.UNCANCELLED))) {
            assertEquals("第1页", reading.page(1).text());
            remove(20);
            assertEquals(
                    "NOT_FOUND",
                    assertThrows(ClientException.class, () -> reading.page(2)).code());
            put(21, "b.txt", text, "pages");
            announce();
            await(() -> client.latest(reading.book()).id() == 21);
            assertEquals("第2页", reading.page(2).text());
        }
    }

    private String cover(int pixels) throws Exception {
        return new String(client.cover(book(BOOK), pixels).orElseThrow(), StandardCharsets.UTF_8);
    }

    private void put(long id, String name, byte[] content) throws Exception {
        put(id, name, content, "file");
    }

    private void put(long id, String name, byte[] content, String delivery) throws Exception {
        server.gone.remove(id);
        server.files.put(id, content);
        server.shelf.put(
                id,
                new BookRow(
                        id,
                        name,
                        name,
                        List.of(),
                        "PDF",
                        delivery,
                        content.length,
                        "v" + content.length,
                        10,
                        Optional.of(HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(content))),
                        "ready",
                        Optional.empty(),
                        server.covers.containsKey(id),
                        Optional.ofNullable(server.covers.get(id)),
                        0));
    }

    private void remove(long id) throws Exception {
        server.shelf.remove(id);
        server.gone.add(id);
        announce();
    }

    private void announce() throws Exception {
        server.revision = ++revision;
        server.announce();
    }

    private void start() throws Exception {
        client = client();
        client.awaitShelf(Duration.ofSeconds(20));
    }

    private NetworkClient client() throws Exception {
        Map<String, Object> values =
                Map.of("server", "127.0.0.1:" + server.port(), "data", data.toString(), "reader", "alice");
        return new NetworkClient(
                RealServer.configuration(ClientConfig.class, values),
                new TcpConnector(),
                new PagedFormats(),
                "test",
                FaultyNetworkFixture.PATIENT);
    }

    private ShelfBook book(long id) {
        return client.book(id).orElseThrow();
    }

    /** Waits until the condition holds; the test's own timeout ends a wait in vain. */
    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(5);
        }
    }
}
