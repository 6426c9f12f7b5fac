package netreader.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import netreader.launcher.HeadlessReader;
import netreader.launcher.ShellHere;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The formats of {@code extras/} are dropped under a server and two readers, taken away, and brought back. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DroppedFormatsIT {
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final String COMIC = "comic.cbz";
    private static final String NOVEL = "novel.epub";
    private static final String TEXT = "plain.txt";

    @TempDir
    private Path folder;

    private Installation installation;
    private Path data;
    private Server server;
    private Batch commands;
    private HeadlessReader reader;

    @BeforeEach
    void start() throws Exception {
        installation = Installation.copyTo(folder.resolve("installation"));
        data = folder.resolve("server");
        Path library = Files.createDirectory(folder.resolve("library"));
        SampleBooks.comic(library.resolve(COMIC), "A Comic", 8, false);
        SampleBooks.epub(library.resolve(NOVEL), "A Novel", 3, 30);
        Files.writeString(library.resolve(TEXT), "A text that is there all the time");
        server = Server.start(installation, library, data);
        commands = new Batch(installation, server.address());
        reader = HeadlessReader.start(installation.home(), folder.resolve("reader"), server.address());
        awaitShelves(TEXT);
    }

    @AfterEach
    void stop() throws Exception {
        commands.close();
        reader.close();
        server.close();
    }

    @Test
    void booksOfADroppedFormatAreOnAllShelvesAndComeBackWithTheirFormat() throws Exception {
        String sessions = sessions();
        drop("comic");
        drop("epub");
        awaitShelves(COMIC, NOVEL, TEXT);
        for (String book : new String[] {COMIC, NOVEL}) {
            String render = "render " + book + " 2 -o " + folder.resolve("page.png");
            JsonObject page = commands.await(render, answer -> !answer.has("error"));
            assertEquals(2, page.get("page").getAsInt());
            assertGoesAndComesBack(book);
        }
        assertEquals(sessions, sessions(), "no connection is dropped");
        assertFalse(server.log().contains("\tat "), server.log());
    }

    private void assertGoesAndComesBack(String book) throws Exception {
        String format = book.equals(COMIC) ? "comic" : "epub";
        try (HeadlessReader.Painted open = reader.open(book)) {
            BufferedImage before = open.render(1);
            Files.delete(dropped(format));
            awaitShelves(TEXT, book.equals(COMIC) ? NOVEL : COMIC);
            HeadlessReader.Failure failure = assertThrows(HeadlessReader.Failure.class, () -> open.render(1));
            assertEquals("FORMAT_UNAVAILABLE", failure.code());
            drop(format);
            awaitShelves(COMIC, NOVEL, TEXT);
            await(() -> {
                try {
                    return Arrays.equals(pixels(before), pixels(open.render(1)));
                } catch (HeadlessReader.Failure e) {
                    assertEquals("FORMAT_UNAVAILABLE", e.code());
                    return false; // the server has the format already, this reader has not looked yet
                }
            });
        }
    }

    @Test
    void aReaderThatStillHasTheNumberOfABookHearsThatTheFormatHasGone() throws Exception {
        drop("comic");
        awaitShelves(COMIC, TEXT);
        try (FramedClient client = new FramedClient(server.port())) {
            client.ask(FramedClient.HELLO);
            String number = client.await(COMIC).get("id").getAsString();
            Files.delete(dropped("comic"));
            awaitShelves(TEXT);
            assertEquals(
                    "FORMAT_UNAVAILABLE",
                    client.ask("{'id':9,'op':'info','book':" + number + "}")
                            .get("error")
                            .getAsString());
            assertEquals(
                    "NOT_FOUND",
                    client.ask("{'id':9,'op':'info','book':987654}")
                            .get("error")
                            .getAsString());
        }
    }

    private void drop(String format) throws IOException {
        FormatJars.copyInto(FormatJars.extra(installation, format), dropped(format));
    }

    private Path dropped(String format) {
        return installation.bundles().resolve("format-" + format + ".jar");
    }

    /** Both readers have just these books, and can read them. */
    private void awaitShelves(String... names) throws Exception {
        Set<String> wanted = new TreeSet<>(Arrays.asList(names));
        commands.await("ls", shelf -> ready(shelf).equals(wanted));
        for (String name : List.of(COMIC, NOVEL, TEXT)) {
            await(() -> reader.has(name) == wanted.contains(name));
        }
    }

    private static Set<String> ready(JsonObject shelf) {
        Set<String> names = new TreeSet<>();
        for (JsonElement book : shelf.getAsJsonArray("books")) {
            if (book.getAsJsonObject().get("status").getAsString().equals("ready")) {
                names.add(book.getAsJsonObject().get("name").getAsString());
            }
        }
        return names;
    }

    private String sessions() throws IOException, InterruptedException {
        return ShellHere.ask(data, "nr:sessions --json").replaceAll("\"seconds\":\\d+", "");
    }

    private interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    private static void await(Condition condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + LIMIT_NANOS;
        while (!condition.holds()) {
            assertTrue(System.nanoTime() < end, "it took too long");
            Thread.sleep(50);
        }
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
