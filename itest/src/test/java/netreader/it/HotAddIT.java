package netreader.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A format that is dropped into a running server, replaced and taken out, with a reader connected all the while. */
class HotAddIT {
    private static final Pattern CONNECTIONS = Pattern.compile("begin connection \\d+");

    @TempDir
    private Path folder;

    @Test
    void aFormatComesIsReplacedAndGoesUnderAConnectedReader() throws Exception {
        Installation installation = Installation.copyTo(folder.resolve("installation"));
        Path library = Files.createDirectories(folder.resolve("library"));
        Files.writeString(library.resolve("poem.lines"), "First line\nSecond line\n");
        Files.writeString(library.resolve("plain.txt"), "A text that is there all the time");
        Path first = TestFormat.jar(folder, "1.0.0", "one:");
        Path second = TestFormat.jar(folder, "2.0.0", "two:");
        Path dropped = installation.bundles().resolve("format-lines.jar");
        try (Server server = Server.start(installation, library, folder.resolve("data"));
                Batch reader = new Batch(installation, server.address())) {
            reader.await("ls", shelf -> names(shelf).equals(Set.of("plain.txt")));

            dropHalf(first, dropped);
            assertStays(reader, "plain.txt");
            Files.copy(first, dropped, StandardCopyOption.REPLACE_EXISTING);
            reader.await("ls", shelf -> names(shelf).equals(Set.of("plain.txt", "poem.lines")));
            assertEquals("one: Second line", text(reader.await("page poem.lines 2", answer -> !answer.has("error"))));

            replace(second, dropped);
            assertEquals(
                    "two: Second line",
                    text(reader.await(
                            "page poem.lines 2", answer -> text(answer).startsWith("two:"))));

            Files.delete(dropped);
            reader.await("ls", shelf -> names(shelf).equals(Set.of("plain.txt")));
            assertEquals(
                    "NOT_FOUND", reader.run("page poem.lines 2").get("error").getAsString());
            assertEquals("A text that is there all the time", text(reader.run("text plain.txt")));

            assertEquals(1, CONNECTIONS.matcher(server.log()).results().count(), "the session lives on");
            assertFalse(server.log().contains("\tat "), server.log());
        }
    }

    /** A copy that has only begun. */
    private static void dropHalf(Path jar, Path dropped) throws IOException {
        byte[] whole = Files.readAllBytes(jar);
        Files.write(dropped, Arrays.copyOf(whole, whole.length / 2), StandardOpenOption.CREATE_NEW);
    }

    /** Written beside the folder and moved in, as docs and tools do it. */
    private static void replace(Path jar, Path dropped) throws IOException {
        Path beside = Files.copy(jar, dropped.resolveSibling("format-lines.new"));
        Files.move(beside, dropped, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** For some rounds of the watcher, only these books are there. */
    private static void assertStays(Batch reader, String name) throws Exception {
        for (int i = 0; i < 15; i++) {
            assertEquals(Set.of(name), names(reader.run("ls")));
            Thread.sleep(100);
        }
    }

    private static String text(JsonObject answer) {
        return answer.has("text") ? answer.get("text").getAsString() : "";
    }

    private static Set<String> names(JsonObject shelf) {
        Set<String> names = new TreeSet<>();
        for (JsonElement book : shelf.getAsJsonArray("books")) {
            names.add(book.getAsJsonObject().get("name").getAsString());
        }
        return names;
    }
}
