package netreader.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The formats of the reading commands, which look at their folder once: jars that change or are broken. */
@Timeout(180)
class CommandFormatsIT {
    private static final String RENDER = "render dark.lines 1 -o ";

    @TempDir
    private Path folder;

    private Installation reader;
    private Path whole;
    private Server server;

    @BeforeEach
    void startServer() throws Exception {
        Installation installation = Installation.copyTo(folder.resolve("server"));
        reader = Installation.copyTo(folder.resolve("reader"));
        Path library = Files.createDirectories(folder.resolve("library"));
        Files.writeString(library.resolve("dark.lines"), "one\ntwo\n");
        whole = TestFormat.painted(folder, 0);
        Files.copy(whole, installation.bundles().resolve("lines.jar"));
        server = Server.start(installation, library, folder.resolve("data"));
        try (FramedClient client = new FramedClient(server.port())) {
            client.ask(FramedClient.HELLO);
            client.await("dark.lines");
        }
    }

    @AfterEach
    void stopServer() throws Exception {
        server.close();
    }

    @Test
    void aJarMayBeWrittenOverWhileCommandsUseIt() throws Exception {
        Path jar = Files.copy(whole, reader.bundles().resolve("lines.jar"));
        try (Batch batch = new Batch(reader, server.address())) {
            assertFalse(render(batch).has("error"));
            Files.write(jar, new byte[(int) Files.size(jar)]);
            assertFalse(render(batch).has("error"), "its bundle runs from a copy");
        }
    }

    @Test
    void aBrokenJarIsNamedWhereItsFormatIsMissing() throws Exception {
        byte[] bytes = Files.readAllBytes(whole);
        Path broken = Files.write(reader.bundles().resolve("lines.jar"), Arrays.copyOf(bytes, bytes.length / 2));
        Files.setLastModifiedTime(broken, FileTime.from(Instant.parse("2020-02-02T02:02:02Z")));
        String sentence = "lines.jar is cut off or damaged; copy it again";
        try (Batch batch = new Batch(reader, server.address())) {
            JsonObject failure = render(batch);
            assertEquals("FORMAT_UNAVAILABLE", failure.get("error").getAsString());
            assertTrue(failure.get("message").getAsString().contains(sentence), failure.toString());
        }
        Outcome quiet = reader.run("ls", "--server", server.address()).done();
        assertEquals("", quiet.err(), "who does not need it is not bothered");
        Outcome verbose =
                reader.run("ls", "--verbose", "--server", server.address()).done();
        assertTrue(verbose.err().contains(sentence), verbose.err());
        assertFalse(verbose.err().contains("\tat "), verbose.err());
    }

    @Test
    void withoutAJarOfTheFormatCommandsSayWhichOneIsMissing() throws Exception {
        String server = this.server.address();
        String listed = reader.run("ls", "--server", server).done().out();
        assertTrue(listed.contains("dark"), listed);
        String picture = folder.resolve("page.png").toString();
        String sentence = reader.run("render", "dark.lines", "1", "-o", picture, "--server", server)
                .failure(1);
        assertTrue(sentence.contains("LINES"), sentence);
        assertTrue(sentence.contains("lines.jar"), sentence);
        assertTrue(sentence.contains(reader.bundles().toString()), sentence);
    }

    @Test
    void aJarThatComesLaterIsUsedByABatchThatRuns() throws Exception {
        try (Batch batch = new Batch(reader, server.address())) {
            assertEquals("FORMAT_UNAVAILABLE", render(batch).get("error").getAsString());
            Files.copy(whole, reader.bundles().resolve("lines.jar"));
            batch.await(RENDER + "\"" + folder.resolve("page.png") + "\"", answer -> !answer.has("error"));
        }
    }

    private JsonObject render(Batch batch) throws Exception {
        return batch.run(RENDER + "\"" + folder.resolve("page.png") + "\"");
    }
}
