package netreader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import netreader.client.ClientListener;
import netreader.client.ShelfBook;
import netreader.client.ShelfBook.Status;
import netreader.format.Delivery;
import netreader.terminal.Cells;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private FakeClient client;

    @BeforeEach
    void aShelf() throws IOException {
        client = new FakeClient(folder);
        client.shelf.add(FakeClient.book(1, "论语.txt", "论语", Delivery.PAGES, Status.READY));
        client.shelf.add(FakeClient.book(2, "sub/Persuasion.pdf", "Persuasion", Delivery.FILE, Status.READY));
        client.shelf.add(FakeClient.book(3, "a/x.txt", "Twice", Delivery.PAGES, Status.READY));
        client.shelf.add(FakeClient.book(4, "b/y.txt", "Twice", Delivery.PAGES, Status.QUARANTINED));
    }

    @Test
    void lsListsTheFieldsOfEveryBook() {
        JsonObject first = json("ls").getAsJsonArray("books").get(0).getAsJsonObject();
        assertEquals(
                List.of("id", "name", "title", "authors", "format", "delivery", "bytes", "pages", "sha256", "status"),
                List.copyOf(first.keySet()));
        assertEquals("pages", first.get("delivery").getAsString());
        assertEquals("ready", first.get("status").getAsString());
        assertEquals("孔子", first.getAsJsonArray("authors").get(0).getAsString());
    }

    @Test
    void lsForPeopleAlignsChineseTitles() {
        assertEquals(0, run("ls"));
        List<String> lines = printed().lines().toList();
        int status = lines.get(0).indexOf("STATUS");
        assertEquals(status, Cells.width(lines.get(1).substring(0, lines.get(1).indexOf("ready"))));
        assertEquals(status, Cells.width(lines.get(2).substring(0, lines.get(2).indexOf("ready"))));
    }

    @Test
    void aListHasTheBooksWithSomeWordsAndNoMoreThanAreWanted() {
        assertEquals(
                1,
                json("ls", "filter", "Persuasion", "sort", "title")
                        .getAsJsonArray("books")
                        .size());
        assertEquals(3, json("ls", "limit", "3").getAsJsonArray("books").size());
        run("ls", "filter", "nothing like this");
        assertTrue(printed().endsWith("No book has these words.\n"), printed());
    }

    @Test
    void infoAddsEncodingConfidenceReasonAndDetails() {
        JsonObject info = json("info", "book", "1");
        assertEquals("论语.txt", info.get("name").getAsString());
        assertEquals("GB18030", info.get("encoding").getAsString());
        assertEquals(0.95, info.get("confidence").getAsDouble());
        assertTrue(info.get("confidence").getAsJsonPrimitive().isNumber());
        assertEquals("a detector says so", info.get("reason").getAsString());
        assertEquals("GB18030", info.getAsJsonObject("details").get("Encoding").getAsString());
        assertEquals("It is damaged", json("info", "book", "4").get("reason").getAsString());
    }

    @Test
    void aPageIsCountedFromOne() {
        JsonObject page = json("page", "book", "论语.txt", "page", "2", "pageBytes", "256", "password", "secret");
        assertEquals(Set.of("page", "pages", "anchor", "text"), page.keySet());
        assertEquals(2, page.get("page").getAsInt());
        assertEquals(2, page.get("pages").getAsInt());
        assertEquals(10, page.get("anchor").getAsLong());
        assertEquals("不亦说乎", page.get("text").getAsString());
        assertEquals(256, client.opened.orElseThrow().pageBytes());
        assertEquals(Optional.of("secret"), client.opened.orElseThrow().password());
    }

    @Test
    void aPageThatDoesNotExistIsOutOfRange() {
        for (String page : List.of("0", "3", "99999999999999999999")) {
            assertEquals("OUT_OF_RANGE", failure("page", "book", "1", "page", page));
            assertTrue(err.toString(StandardCharsets.UTF_8).contains("1 to 2"));
        }
        assertEquals(
                "OUT_OF_RANGE",
                failure(
                        "render",
                        "book",
                        "2",
                        "page",
                        "3",
                        "out",
                        folder.resolve("p.png").toString()));
    }

    @Test
    void contentsHaveTitlesPagesAndLevels() {
        run("toc", "book", "1", "json", "true");
        assertEquals(
                "{\"toc\":[{\"title\":\"第一章\",\"page\":1,\"level\":0},{\"title\":\"a <b> & c\",\"page\":2,\"level\":1}],"
                        + "\"complete\":false}\n",
                printed());
    }

    @Test
    void findTellsEveryPlaceWithItsPageCountedFromOne() {
        run("find", "book", "1", "words", " 说 ", "json", "true");
        assertEquals("{\"hits\":[{\"page\":2,\"anchor\":10,\"text\":\"不亦\\\"说\\\"乎\"}]}\n", printed());
        out.reset();
        assertEquals(0, run("find", "book", "1", "words", "说"));
        assertEquals("page 2: 不亦\"说\"乎\n", printed());
        assertEquals(
                0,
                json("find", "book", "2", "words", "说").getAsJsonArray("hits").size());
        assertEquals("USAGE", failure("find", "book", "1", "words", " "));
    }

    @Test
    void infoTellsWhatWasChosen() {
        assertEquals(
                "Big5",
                json("info", "book", "1")
                        .getAsJsonObject("settings")
                        .get("charset")
                        .getAsString());
        out.reset();
        run("info", "book", "1");
        assertTrue(printed().lines().anyMatch(line -> line.matches("Set: charset +Big5")), printed());
    }

    @Test
    void aTextIsItsPagesAndNothingElse() {
        assertEquals("学而时习之\r\n不亦说乎", json("text", "book", "1").get("text").getAsString());
        out.reset();
        run("text", "book", "1");
        assertEquals("学而时习之\r\n不亦说乎", printed());
        assertEquals("page 1\fpage 2", json("text", "book", "2").get("text").getAsString());
    }

    @Test
    void getPutsTheFileThereAndLeavesNothingElse() throws IOException {
        Path target = Files.writeString(folder.resolve("out file"), "older");
        JsonObject made = json("get", "book", "2", "out", target.toString());
        assertEquals(target.toString(), made.get("file").getAsString());
        assertEquals(16, made.get("bytes").getAsLong());
        assertTrue(made.get("seconds").getAsDouble() >= 0);
        assertEquals("the book's bytes", Files.readString(target));
        try (Stream<Path> all = Files.list(folder)) {
            assertEquals(2, all.count());
        }
    }

    @Test
    void getIntoAFolderThatIsMissingFails() {
        assertEquals(
                "LOCAL_IO",
                failure("get", "book", "2", "out", folder.resolve("no/file").toString()));
    }

    @Test
    void renderPaintsAPng() throws IOException {
        Path target = folder.resolve("p.png");
        json("render", "book", "Persuasion", "page", "1", "out", target.toString(), "dpi", "100");
        assertEquals(100, ImageIO.read(target.toFile()).getWidth());
        assertEquals(200, ImageIO.read(target.toFile()).getHeight());
        assertEquals("UNSUPPORTED", failure("render", "book", "1", "page", "1", "out", target.toString()));
    }

    @Test
    void aBookIsFoundByIdFileNameOrTitle() {
        for (String name : List.of("2", "sub/Persuasion.pdf", "Persuasion.pdf", "Persuasion", "persuasion")) {
            assertEquals(2, json("info", "book", name).get("id").getAsLong());
        }
        assertEquals("NOT_FOUND", failure("info", "book", "Emma"));
        assertEquals("AMBIGUOUS", failure("info", "book", "Twice"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("3, 4"));
    }

    @Test
    void aCommandWaitsForABookThatIsPending() throws Exception {
        client.shelf.add(FakeClient.book(9, "new.txt", "New", Delivery.PAGES, Status.PENDING));
        Thread server = new Thread(() -> {
            while (client.listeners.isEmpty()) {
                Thread.onSpinWait();
            }
            ShelfBook ready = FakeClient.book(9, "new.txt", "New", Delivery.PAGES, Status.READY);
            client.shelf.set(client.shelf.size() - 1, ready);
            client.listeners.forEach(ClientListener::shelfChanged);
        });
        server.start();
        assertEquals("ready", json("info", "book", "9").get("status").getAsString());
        server.join();
        assertTrue(client.listeners.isEmpty());
    }

    @Test
    void aFailureIsOneLineAndAnObject() {
        client.reachable = false;
        assertEquals("UNREACHABLE", failure("ls"));
        assertEquals("netreader: No server answers\n", err.toString(StandardCharsets.UTF_8));
        out.reset();
        assertEquals(1, run("ls"));
        assertFalse(printed().contains("{"));
    }

    private JsonObject json(String command, String... pairs) {
        out.reset();
        int status = run(command, withJson(pairs));
        assertEquals(0, status, err.toString(StandardCharsets.UTF_8));
        assertEquals(1, printed().lines().count(), "one object on one line");
        return JsonParser.parseString(printed()).getAsJsonObject();
    }

    private String failure(String command, String... pairs) {
        out.reset();
        err.reset();
        assertEquals(1, run(command, withJson(pairs)));
        JsonObject failure = JsonParser.parseString(printed()).getAsJsonObject();
        assertEquals(Set.of("error", "message"), failure.keySet());
        return failure.get("error").getAsString();
    }

    private static String[] withJson(String... pairs) {
        return Stream.concat(Stream.of(pairs), Stream.of("json", "true")).toArray(String[]::new);
    }

    private int run(String command, String... pairs) {
        Map<String, String> arguments = new HashMap<>();
        arguments.put("command", command);
        for (int i = 0; i < pairs.length; i += 2) {
            arguments.put(pairs[i], pairs[i + 1]);
        }
        Commands commands = new Commands(client, utf8(out), utf8(err), false);
        return commands.applyAsInt(arguments);
    }

    private static PrintStream utf8(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, false, StandardCharsets.UTF_8);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
