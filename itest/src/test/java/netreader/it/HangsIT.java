package netreader.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A flowing format whose calls do not end, in a server: who asked is told, and everybody else is served. */
@Timeout(180)
class HangsIT {
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final int MOST_BOOKS = 4;
    private static final int MOST_OF_BOOK = 2;

    @TempDir
    private Path folder;

    private Installation installation;
    private Path library;
    private Path stalls;
    private Path data;
    private Server server;

    @BeforeEach
    void startServer() throws IOException {
        installation = Installation.copyTo(folder.resolve("installation"));
        library = Files.createDirectories(folder.resolve("library"));
        stalls = Files.createDirectories(folder.resolve("stalls"));
        data = folder.resolve("data");
        Files.writeString(library.resolve("plain.txt"), "A text that is there all the time\n".repeat(200));
        Files.writeString(library.resolve("good.lines"), "nowhere\nGood line\n");
        for (int i = 1; i <= MOST_BOOKS; i++) {
            Files.writeString(library.resolve("stall" + i + ".lines"), stalls + "\nLine of " + i + "\n");
        }
        Files.copy(TestFormat.stalling(folder, "1.0.0"), installation.bundles().resolve("lines.jar"));
        Files.writeString(installation.home().resolve("conf/netreader.formats.cfg"), "callLimitInSeconds=1\n");
        server = Server.start(installation, library, data);
    }

    @AfterEach
    void stopServer() throws Exception {
        assertFalse(server.log().contains("\tat "), server.log());
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "page", "outline", "find"})
    void whoAskedIsToldAndOthersAreServed(String call) throws Exception {
        try (FramedClient asking = connect();
                FramedClient text = connect();
                FramedClient neighbour = connect()) {
            long book = id(asking, "stall1.lines");
            text.open(id(text, "plain.txt"));
            neighbour.open(id(neighbour, "good.lines"));
            String request = "{'id':3,'op':'open','book':" + book + ",'pageBytes':1024}";
            if (!call.equals("open")) {
                asking.open(book);
                request = request(call);
            }
            Path stall = Files.createFile(stalls.resolve(call));

            asking.send(request);
            assertTrue(text.page(1).contains("there all the time"));
            assertEquals("Good line", neighbour.page(1).strip());
            Files.writeString(library.resolve("new.lines"), "nowhere\nNew line\n");
            assertEquals("ready", neighbour.await("new.lines").get("status").getAsString());
            assertEquals("TOO_COSTLY", error(asking.receive()));
            assertEquals("Good line", neighbour.page(1).strip());
            assertTrue(server.log().contains("The format LINES (linesformat 1.0.0) does not come to an end with"));

            Files.delete(stall);
            if (call.equals("open")) {
                try (FramedClient again = connect()) {
                    assertEquals("Line of 1", again.open(book).page(1).strip());
                }
            } else {
                assertEquals("Line of 1", asking.page(1).strip(), "it is read anew");
            }
        }
    }

    @Test
    void aHostileBookPutsNoFormatAside() throws Exception {
        try (FramedClient asking = connect();
                FramedClient neighbour = connect()) {
            long book = id(asking, "stall1.lines");
            neighbour.open(id(neighbour, "good.lines"));
            Files.createFile(stalls.resolve("page"));
            asking.open(book);
            for (int i = 0; i < 2 * MOST_BOOKS; i++) {
                assertEquals("TOO_COSTLY", error(asking.ask(request("page"))));
                assertEquals("Good line", neighbour.page(1).strip());
            }
            assertEquals(MOST_OF_BOOK, server.log().split("its thread is given up", -1).length - 1, server.log());
            assertTrue(formats().contains("serves"), formats());
            assertFalse(formats().contains("refused"), formats());
        }
    }

    @Test
    void aFormatThatHangsInManyBooksIsPutAsideUntilItsJarIsReplaced() throws Exception {
        try (FramedClient asking = connect();
                FramedClient text = connect()) {
            text.open(id(text, "plain.txt"));
            long first = id(asking, "stall1.lines");
            Files.createFile(stalls.resolve("page"));
            for (int i = 1; i <= MOST_BOOKS; i++) {
                try (FramedClient one = connect()) {
                    one.open(id(one, "stall" + i + ".lines"));
                    assertEquals("TOO_COSTLY", error(one.ask(request("page"))));
                }
            }
            String sentence = "is put aside, as it does not come to an end with " + MOST_BOOKS + " books; replace ";
            await(() -> server.log().contains(sentence));
            await(() -> formats().contains("lines.jar brings LINES, which " + sentence));
            assertFalse(error(asking.ask("{'id':3,'op':'open','book':" + first + ",'pageBytes':1024}"))
                    .isEmpty());
            assertTrue(text.page(2).contains("there all the time"));

            Path next = Files.move(TestFormat.jar(folder, "2.0.0", "two:"), folder.resolve("next.jar"));
            Files.move(next, installation.bundles().resolve("next.jar"));
            await(() -> formats().contains("linesformat 2.0.0"));
            await(() -> {
                try (FramedClient anew = connect()) {
                    JsonObject opened =
                            anew.ask("{'id':3,'op':'open','book':" + id(anew, "stall2.lines") + ",'pageBytes':1024}");
                    return opened.has("handle") && anew.page(1).strip().equals("two: Line of 2");
                }
            });
        }
    }

    private FramedClient connect() throws IOException {
        FramedClient client = new FramedClient(server.port());
        client.ask(FramedClient.HELLO);
        return client;
    }

    private static long id(FramedClient client, String name) throws Exception {
        return client.await(name).get("id").getAsLong();
    }

    private static String request(String call) {
        return switch (call) {
            case "page" -> "{'id':3,'op':'page','handle':1,'page':1}";
            case "outline" -> "{'id':3,'op':'outline','handle':1,'from':0}";
            default -> "{'id':3,'op':'find','handle':1,'query':'Line','from':0,'limit':10}";
        };
    }

    private static String error(JsonObject reply) {
        return reply.has("error") ? reply.get("error").getAsString() : "";
    }

    private String formats() throws IOException, InterruptedException {
        return installation
                .run("shell", "--data", data.toString(), "nr:formats")
                .out();
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        long end = System.nanoTime() + LIMIT_NANOS;
        while (!condition.holds()) {
            assertTrue(System.nanoTime() < end, "it took too long");
            Thread.sleep(50);
        }
    }
}
