package netreader.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netreader.client.Connectivity.State;
import netreader.client.OpenRequest;
import netreader.client.OtherPlace;
import netreader.client.Place;
import netreader.client.ShelfBook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two devices of a reader over a real server, with files of their own. */
@Timeout(60)
class PlaceMergingTest extends FaultyNetworkFixture {
    private static int readers;

    private final Map<String, NetworkClient> devices = new HashMap<>();
    private String reader;

    @TempDir
    Path folders;

    @BeforeEach
    void startServer() throws Exception {
        reader = "reader " + readers++; // the catalogue outlives a test
        serve(Map.of());
    }

    @AfterEach
    void stopDevices() {
        devices.values().forEach(NetworkClient::stop);
    }

    private NetworkClient device(String name) throws Exception {
        NetworkClient made = new NetworkClient(
                RealServer.configuration(
                        ClientConfig.class,
                        Map.of(
                                "server",
                                "127.0.0.1:" + server.port(),
                                "data",
                                folders.resolve(name).toString(),
                                "reader",
                                reader,
                                "deviceName",
                                name)),
                connector,
                new PagedFormats(),
                "test",
                PATIENT);
        devices.put(name, made);
        made.awaitShelf(Duration.ofSeconds(20));
        return made;
    }

    private void stop(String name) {
        devices.remove(name).stop();
    }

    private static ShelfBook text(NetworkClient client) {
        return client.shelf().stream()
                .filter(book -> book.id() == 1)
                .findFirst()
                .orElseThrow();
    }

    private static void open(NetworkClient client) throws Exception {
        client.open(text(client), OpenRequest.DEFAULT).close();
    }

    private static List<String> offers(NetworkClient client) throws Exception {
        open(client);
        return client.otherPlaces(text(client)).stream()
                .map(other -> other.place().anchor() + " on " + other.device())
                .toList();
    }

    @Test
    void aDeviceIsOfferedWhereAnotherOneWentOnAndNothingElse() throws Exception {
        NetworkClient desk = device("书房电脑");
        desk.remember(text(desk), new Place(100, 0.1));
        stop("书房电脑"); // the server has heard of it
        NetworkClient laptop = device("laptop");
        open(laptop);
        assertEquals(Optional.of(new Place(100, 0.1)), laptop.place(text(laptop)));
        OtherPlace from = laptop.takenOver(text(laptop)).orElseThrow();
        assertEquals("书房电脑", from.device());
        assertTrue(from.when().isPresent());
        assertEquals(List.of(), laptop.otherPlaces(text(laptop)), "it is there already");
        laptop.remember(text(laptop), new Place(200, 0.2));
        stop("laptop");
        desk = device("书房电脑");
        assertEquals(List.of("200 on laptop"), offers(desk));
        assertEquals(Optional.of(new Place(100, 0.1)), desk.place(text(desk)), "no page moves by itself");
        desk.remember(text(desk), new Place(300, 0.3));
        stop("书房电脑");
        assertEquals(List.of(), offers(device("书房电脑")), "it is the latest now");
    }

    @Test
    void whatWasReadWithoutTheServerIsMergedAndNeitherPlaceIsLost() throws Exception {
        NetworkClient desk = device("desk");
        desk.remember(text(desk), new Place(100, 0.1));
        stop("desk");
        NetworkClient laptop = device("laptop");
        server.stop();
        await(() -> laptop.connectivity().state() != State.CONNECTED);
        laptop.remember(text(laptop), new Place(500, 0.5));
        stop("laptop"); // nobody has heard of it
        server.start();
        NetworkClient again = device("desk");
        again.remember(text(again), new Place(200, 0.2));
        stop("desk");
        NetworkClient back = device("laptop");
        await(() -> serverHas(500));
        assertEquals(List.of("200 on desk"), offers(back), "told while this device could not be heard");
        assertEquals(Optional.of(new Place(500, 0.5)), back.place(text(back)));
        assertEquals(List.of("500 on laptop"), offers(device("desk")));
    }

    private boolean serverHas(long anchor) throws Exception {
        return catalogue.positions(1).stream()
                .anyMatch(position -> position.reader().name().equals(reader)
                        && position.place().anchor() == anchor);
    }

    @Test
    void aServerThatHasForgottenThePlaceHearsOfItWhenTheBookIsOpened() throws Exception {
        NetworkClient desk = device("desk");
        desk.remember(text(desk), new Place(100, 0.1));
        stop("desk");
        try (Connection places = DriverManager.getConnection("jdbc:sqlite:" + catalogueData.resolve("positions.db"));
                Statement statement = places.createStatement()) {
            await(() -> serverHas(100));
            while (statement.executeUpdate("delete from position where reader = '" + reader + "'") == 0) {
                Thread.onSpinWait(); // until it is written
            }
        }
        await(() -> !serverHas(100));
        open(device("desk"));
        await(() -> serverHas(100));
    }

    @Test
    void aMemoryOfAnOlderVersionIsTakenOver() throws Exception {
        NetworkClient desk = device("desk");
        desk.remember(text(desk), new Place(100, 0.1));
        await(() -> serverHas(100));
        stop("desk");
        Path memory = folders.resolve("desk").resolve("reader.db");
        Path older = folders.resolve("older.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + older);
                Statement statement = connection.createStatement()) {
            for (String sql : SqliteStore.VERSIONS.get(0)) {
                statement.execute(sql);
            }
            statement.execute("attach '" + memory + "' as newer");
            statement.execute("insert into device select * from newer.device");
            statement.execute("insert into server select * from newer.server");
            statement.execute("insert into catalogue select * from newer.catalogue");
            statement.execute("insert into place select catalogue, book, anchor, fraction from newer.place");
            statement.execute("delete from newer.place");
            statement.execute("pragma main.user_version = 1");
        }
        Files.move(older, memory, StandardCopyOption.REPLACE_EXISTING);
        NetworkClient newer = device("desk");
        open(newer);
        assertEquals(Optional.of(new Place(100, 0.1)), newer.place(text(newer)));
        newer.remember(text(newer), new Place(200, 0.2));
        await(() -> serverHas(200));
    }

    /** In a process of its own, which is killed. */
    @Test
    void aKillOfTheReaderCostsNoMoreThanTheLastSecond() throws Exception {
        Path data = folders.resolve("killed");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ReadingProcess.class.getName(),
                        "127.0.0.1:1", // no server: what is not on the disk is lost
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Map<Long, Long> turnedAt = new HashMap<>();
        long last = 0;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            while (last < 250) { // some seconds
                last = Long.parseLong(out.readLine());
                turnedAt.put(last, System.nanoTime());
            }
            process.destroyForcibly().waitFor();
        }
        long killedAt = System.nanoTime();
        long safe = turnedAt.entrySet().stream()
                .filter(turn ->
                        killedAt - turn.getValue() > Duration.ofSeconds(1).toNanos())
                .mapToLong(Map.Entry::getKey)
                .max()
                .orElseThrow();
        try (SqliteStore store = new SqliteStore(data.resolve("reader.db"))) {
            KeptPlace kept =
                    store.switchTo("any", ReadingProcess.CATALOGUE).places().get(1L);
            assertTrue(kept.place().anchor() >= safe, kept + " of " + safe + " and more");
            assertEquals(kept.place().anchor(), kept.count());
        }
        assertTrue(Files.size(data.resolve("reader.db")) > 0);
    }
}
