package netreader.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients that take too long, too much or too many places, against a server whose limits are short. */
@Timeout(60)
class LimitsIT {
    private static final int LARGE_BYTES = 16 << 20;
    private static final int PLACES = 20;

    @TempDir
    private static Path folder;

    private static Path data;
    private static Installation installation;
    private static Server server;
    private static JsonObject text;
    private static JsonObject large;

    @BeforeAll
    static void start() throws Exception {
        data = folder.resolve("data");
        installation = Installation.copyTo(folder.resolve("netreader"));
        Files.writeString(
                installation.home().resolve("conf/netreader.transport.cfg"),
                """
                firstByteTimeoutInSeconds=1
                requestTimeoutInSeconds=1
                stallTimeoutInSeconds=2
                idleTimeoutInSeconds=3
                maxConnections=%d
                """.formatted(PLACES),
                StandardOpenOption.APPEND);
        Path library = Files.createDirectories(folder.resolve("library"));
        Files.copy(Installation.sampleLibrary().resolve("论语.txt"), library.resolve("论语.txt"));
        Files.writeString(library.resolve("large.txt"), ("0123456".repeat(9) + "\n").repeat(LARGE_BYTES / 64));
        server = Server.start(installation, library, data);
        try (FramedClient client = new FramedClient(server.port())) {
            client.ask(FramedClient.HELLO);
            text = client.await("论语.txt");
            large = client.await("large.txt");
        }
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    /** No thread and no place is kept for anybody. */
    @AfterEach
    void nobodyIsLeft() throws Exception {
        String sessions;
        do {
            sessions = shell("nr:sessions");
        } while (!sessions.equals("Nobody is connected")); // the timeout ends a wait in vain
        assertFalse(server.log().contains("\tat "), server.log());
    }

    private static String shell(String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of("shell", "--data", data.toString()));
        all.addAll(List.of(words));
        return installation.run(all.toArray(String[]::new)).done().out().strip();
    }

    private static FramedClient connect() throws IOException {
        return new FramedClient(server.port());
    }

    private static String error(JsonObject reply) {
        return reply.get("id") + " " + (reply.has("error") ? reply.get("error").getAsString() : "");
    }

    @Test
    void aFrameThatComesByteByByteEndsInTimeout() throws Exception {
        try (FramedClient client = connect()) {
            long began = System.nanoTime();
            Thread sender = new Thread(() -> {
                try {
                    for (byte one : FramedClient.frame(FramedClient.HELLO)) {
                        client.socket.getOutputStream().write(one);
                        TimeUnit.MILLISECONDS.sleep(100);
                    }
                } catch (IOException | InterruptedException e) {
                    // The server has ended the connection.
                }
            });
            sender.start();
            assertEquals("0 TIMEOUT", error(client.receive()));
            assertTrue(client.ended());
            assertTrue(secondsSince(began) < 6, "the limit is a second, and the frame takes nine");
            sender.interrupt();
            sender.join();
        }
    }

    @Test
    void whoIsSilentIsTold() throws Exception {
        try (FramedClient nothing = connect();
                FramedClient idle = connect();
                ClassicClient classic = new ClassicClient(server.port())) {
            assertEquals("1 ", error(idle.ask(FramedClient.HELLO)));
            assertEquals("已关闭文件", classic.ask("3"));
            assertEquals("0 TIMEOUT", error(nothing.receive()));
            assertTrue(nothing.ended());
            assertEquals("0 TIMEOUT", error(idle.receive()));
            assertTrue(idle.ended());
            assertEquals("NetReader has waited too long for a request", classic.ask(""));
        }
    }

    @Test
    void clientsThatVanishLeaveNothing() throws Exception {
        for (int i = 0; i < 5; i++) {
            FramedClient reset = connect().open(text.get("id").getAsLong());
            reset.socket.setSoLinger(true, 0);
            reset.askForFile(large);
            FramedClient finished = connect().open(text.get("id").getAsLong());
            finished.askForFile(large);
            finished.socket.shutdownOutput();
            FramedClient halfSaid = connect();
            halfSaid.socket.getOutputStream().write(new byte[] {0, 0, 1});
            halfSaid.socket.shutdownOutput();
            reset.close();
            assertTrue(halfSaid.ended(), "half a frame gets no reply");
            halfSaid.close();
            finished.close();
        }
        nobodyIsLeft();
        assertEquals(
                List.of(),
                ProcessLevels.of(server.process().pid()).descriptors().stream()
                        .filter(file -> file.contains("/library/"))
                        .toList(),
                "books are closed");
    }

    @Test
    void whoFindsNoPlaceIsToldAndFindsOneLater() throws Exception {
        List<FramedClient> all = new ArrayList<>();
        try {
            for (int i = 0; i < PLACES; i++) {
                FramedClient client = connect();
                all.add(client);
                assertEquals("1 ", error(client.ask(FramedClient.HELLO)));
            }
            try (FramedClient more = connect();
                    ClassicClient classic = new ClassicClient(server.port())) {
                assertEquals("0 BUSY", error(more.ask(FramedClient.HELLO)));
                assertTrue(more.ended());
                assertEquals("NetReader is busy: too many connections are open", classic.ask("3"));
            }
            all.remove(0).close();
            JsonObject hello;
            do {
                try (FramedClient next = connect()) {
                    hello = next.ask(FramedClient.HELLO);
                }
            } while (hello.has("error")); // until the server has seen that the other one left
        } finally {
            for (FramedClient client : all) {
                client.close();
            }
        }
    }

    @Test
    void placesAreCountedForEachAddress() throws Exception {
        shell("nr:limits", "maxConnectionsPerAddress", "1");
        try (FramedClient one = connect()) {
            assertEquals("1 ", error(one.ask(FramedClient.HELLO)));
            try (FramedClient two = connect()) {
                assertEquals("0 BUSY", error(two.ask(FramedClient.HELLO)));
            }
        } finally {
            shell("nr:limits", "maxConnectionsPerAddress", "1000");
        }
    }

    @Test
    void aFileIsSentAsFastAsAllowedAndPagesAreNotSlowed() throws Exception {
        shell("nr:limits", "maxBytesPerSecond", "8000000");
        try (FramedClient files = connect();
                FramedClient pages = connect().open(text.get("id").getAsLong())) {
            files.ask(FramedClient.HELLO);
            files.askForFile(large);
            files.take(1);
            long began = System.nanoTime();
            long slowest = 0;
            for (int page = 0; page < 20; page++) {
                long asked = System.nanoTime();
                pages.page(page);
                slowest = Math.max(slowest, System.nanoTime() - asked);
            }
            files.take(LARGE_BYTES - 1);
            double rate = LARGE_BYTES / secondsSince(began);
            assertTrue(rate > 0.3 * 8e6 && rate < 1.3 * 8e6, () -> rate + " bytes in a second");
            assertTrue(slowest < Duration.ofSeconds(1).toNanos(), "no page waits for the file");
        } finally {
            shell("nr:limits", "maxBytesPerSecond", "0");
        }
    }

    private static double secondsSince(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
