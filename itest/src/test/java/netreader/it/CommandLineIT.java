package netreader.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reading commands against a server with the sample library. */
class CommandLineIT {
    @TempDir
    private static Path data;

    private static final Installation INSTALLATION = Installation.built();
    private static Server server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws IOException {
        server = Server.start(INSTALLATION, Installation.sampleLibrary(), data);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void theShelfHasTheSampleBooksWithTheirFacts() throws Exception {
        try (Batch reader = new Batch(INSTALLATION, server.address())) {
            JsonObject shelf = reader.await("ls", CommandLineIT::allReady);
            Map<String, JsonObject> books = new HashMap<>();
            for (JsonElement book : shelf.getAsJsonArray("books")) {
                books.put(book.getAsJsonObject().get("name").getAsString(), book.getAsJsonObject());
            }
            assertEquals(8, books.size());
            Map<String, Integer> pages =
                    Map.of("唐诗三百首.pdf", 132, "Persuasion - Jane Austen.pdf", 202, "Debian 参考手册.pdf", 251);
            pages.forEach((name, count) ->
                    assertEquals(count, books.get(name).get("pages").getAsInt(), name));
            JsonObject persuasion = books.get("Persuasion - Jane Austen.pdf");
            assertEquals("Persuasion", persuasion.get("title").getAsString());
            assertEquals("file", persuasion.get("delivery").getAsString());
            assertEquals(
                    "5b9935b6d679fcd15a3a07a420286e6666f9c998931ed5429dcce5240ed941c1",
                    persuasion.get("sha256").getAsString());
            assertEquals("pages", books.get("论语.txt").get("delivery").getAsString());
        }
    }

    @Test
    void theTextOfEveryTxtIsItsDecodedFile() throws Exception {
        Map<String, String> charsets = Map.of(
                "论语.txt", "GBK",
                "古文观止.txt", "GBK",
                "孟子.txt", "Big5",
                "The Adventures of Tom Sawyer - Mark Twain.txt", "UTF-8",
                "Pride and Prejudice - Jane Austen.txt", "UTF-8");
        try (Batch reader = new Batch(INSTALLATION, server.address())) {
            for (Map.Entry<String, String> book : charsets.entrySet()) {
                String expected = new String(
                        Files.readAllBytes(Installation.sampleLibrary().resolve(book.getKey())),
                        Charset.forName(book.getValue()));
                for (String size : List.of("", " --page-bytes 777")) {
                    String text = reader.run("text \"" + book.getKey() + "\"" + size)
                            .get("text")
                            .getAsString();
                    assertTrue(expected.equals(text), book.getKey() + size);
                }
            }
        }
    }

    @Test
    void aFileThatIsFetchedIsTheSame() throws Exception {
        Path file = folder.resolve("copy with spaces.pdf");
        JsonObject got = INSTALLATION
                .run("get", "唐诗三百首.pdf", "-o", file.toString(), "--json", "--server", server.address())
                .done()
                .json();
        assertArrayEquals(
                Files.readAllBytes(Installation.sampleLibrary().resolve("唐诗三百首.pdf")), Files.readAllBytes(file));
        assertEquals(1_165_561, got.get("bytes").getAsLong());
    }

    @Test
    void aRenderedPageHasItsSizeAndItsInk() throws Exception {
        Path file = folder.resolve("page.png");
        INSTALLATION
                .run("render", "Persuasion", "10", "-o", file.toString(), "--dpi", "100", "--server", server.address())
                .done();
        BufferedImage page = ImageIO.read(file.toFile());
        assertTrue(page.getWidth() > 300 && page.getHeight() > page.getWidth());
        long dark = 0;
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                dark += (page.getRGB(x, y) & 0xFF) < 128 ? 1 : 0;
            }
        }
        double share = (double) dark / page.getWidth() / page.getHeight();
        assertTrue(share > 0.01 && share < 0.3, "ink on a page of text: " + share);
    }

    @Test
    void pagesCountFromOneAndTheContentsLeadToThem() throws Exception {
        try (Batch reader = new Batch(INSTALLATION, server.address())) {
            JsonObject first = reader.run("page 论语.txt 1");
            assertEquals(1, first.get("page").getAsInt());
            assertEquals(0, first.get("anchor").getAsLong());
            assertEquals(12, first.get("pages").getAsInt());
            JsonArray toc = reader.run("toc 论语.txt").getAsJsonArray("toc");
            assertEquals(20, toc.size());
            JsonObject chapter = toc.get(19).getAsJsonObject();
            String page = reader.run("page 论语.txt " + chapter.get("page").getAsInt())
                    .get("text")
                    .getAsString();
            assertTrue(page.contains(chapter.get("title").getAsString()));
            assertEquals(
                    "OUT_OF_RANGE", reader.run("page 论语.txt 13").get("error").getAsString());
            assertEquals("NOT_FOUND", reader.run("page 孔子.txt 1").get("error").getAsString());
            assertEquals("USAGE", reader.run("page 论语.txt").get("error").getAsString());
            assertEquals("Big5-HKSCS", reader.run("info 孟子.txt").get("encoding").getAsString());
        }
    }

    @Test
    void aWrongCommandLineIsStatusTwoAndAFailureIsOne() throws Exception {
        List<List<String>> wrong = List.of(
                List.of("frobnicate"),
                List.of("page"),
                List.of("page", "论语.txt", "one"),
                List.of("ls", "--server", "host:notaport"),
                List.of("page", "x", "1", "--page-bytes", "7"),
                List.of("server", "--port", "70000"));
        for (List<String> words : wrong) {
            Outcome outcome = INSTALLATION.run(words.toArray(String[]::new));
            assertTrue(outcome.failure(2).startsWith("netreader: "), outcome.err());
        }
        List<String> failing = new ArrayList<>(List.of("page", "论语.txt", "99", "--json"));
        failing.addAll(List.of("--server", server.address()));
        Outcome outcome = INSTALLATION.run(failing.toArray(String[]::new));
        assertEquals(1, outcome.failure(1).lines().count());
        assertEquals("OUT_OF_RANGE", outcome.json().get("error").getAsString());
        Outcome nobody = INSTALLATION.run("ls", "--server", "127.0.0.1:1");
        assertEquals("netreader: No server answers on 127.0.0.1:1", nobody.failure(1));
    }

    private static boolean allReady(JsonObject shelf) {
        JsonArray books = shelf.getAsJsonArray("books");
        for (JsonElement book : books) {
            if (!book.getAsJsonObject().get("status").getAsString().equals("ready")) {
                return false;
            }
        }
        return books.size() == 8;
    }
}
