package netreader.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that start, stop, are killed, and are given what they cannot use. */
class ServerLifeIT {
    private static final Installation INSTALLATION = Installation.built();

    @TempDir
    private Path folder;

    private Path library;
    private Path data;

    @BeforeEach
    void makeLibrary() throws IOException {
        library = Files.createDirectories(folder.resolve("library"));
        data = folder.resolve("data");
        for (String name : List.of("论语.txt", "唐诗三百首.pdf")) {
            Files.copy(Installation.sampleLibrary().resolve(name), library.resolve(name));
        }
    }

    @Test
    void aKilledServerComesBackAndItsReadersReadOn() throws Exception {
        int port;
        try (Server first = Server.start(INSTALLATION, library, data)) {
            port = first.port();
            try (Batch reader = new Batch(INSTALLATION, first.address())) {
                reader.await("ls", shelf -> statuses(shelf).equals(Map.of("论语.txt", "ready", "唐诗三百首.pdf", "ready")));
                JsonObject page = reader.run("page 论语.txt 5");
                first.kill();
                JsonObject lost = reader.run("page 论语.txt 5");
                assertTrue(lost.has("error"), lost.toString());
                try (Server second = Server.start(INSTALLATION, library, data, port)) {
                    assertEquals(page, reader.await("page 论语.txt 5", answer -> !answer.has("error")));
                    assertEquals(
                            0,
                            second.log()
                                    .lines()
                                    .filter(line -> line.contains("damaged"))
                                    .count());
                }
            }
        }
    }

    @Test
    void whatCannotBeReadIsQuarantinedOrEmptyAndTheRestIsServed() throws Exception {
        Files.write(library.resolve("empty.pdf"), new byte[0]);
        byte[] whole = Files.readAllBytes(library.resolve("唐诗三百首.pdf"));
        Files.writeString(library.resolve("broken.pdf"), "%PDF-1.7 and nothing that a PDF needs");
        Files.write(library.resolve("cut.pdf"), Arrays.copyOf(whole, 5000));
        Files.write(library.resolve("nothing.txt"), new byte[0]);
        Files.writeString(library.resolve("emoji 📚 with  spaces.txt"), "书");
        Files.writeString(library.resolve("长".repeat(80) + ".txt"), "long name"); // 244 bytes in UTF-8
        Files.writeString(library.resolve("x".repeat(196) + ".txt"), "200 characters");
        try (Server server = Server.start(INSTALLATION, library, data);
                Batch reader = new Batch(INSTALLATION, server.address())) {
            JsonObject shelf = reader.await(
                    "ls",
                    answer -> statuses(answer).size() == 9 && !statuses(answer).containsValue("pending"));
            Map<String, String> statuses = statuses(shelf);
            assertEquals("quarantined", statuses.get("empty.pdf"));
            assertEquals("quarantined", statuses.get("broken.pdf"));
            assertEquals("ready", statuses.get("论语.txt"));
            assertFalse(reader.run("info empty.pdf").get("reason").getAsString().isBlank());
            assertEquals(
                    "QUARANTINED",
                    reader.run("render broken.pdf 1 -o x.png").get("error").getAsString());
            assertEquals("", reader.run("text nothing.txt").get("text").getAsString());
            assertEquals(
                    "OUT_OF_RANGE",
                    reader.run("page nothing.txt 1").get("error").getAsString());
            assertEquals(
                    "书",
                    reader.run("text \"emoji 📚 with  spaces.txt\"").get("text").getAsString());
            assertEquals(
                    "long name",
                    reader.run("text " + "长".repeat(80) + ".txt").get("text").getAsString());
            assertFalse(server.log().contains("\tat "), server.log());
        }
    }

    @Test
    void aPortInUseIsOneSentence() throws Exception {
        try (Server server = Server.start(INSTALLATION, library, data)) {
            Outcome second = INSTALLATION.run(
                    "server",
                    "--library",
                    library.toString(),
                    "--data",
                    folder.resolve("other").toString(),
                    "--port",
                    Integer.toString(server.port()));
            String sentence = second.failure(1);
            assertTrue(sentence.contains("netreader: The address 127.0.0.1:" + server.port() + " is in use"), sentence);
            assertEquals("", second.out());
        }
    }

    @Test
    void aSecondServerOnTheSameDataIsRefused() throws Exception {
        try (Server server = Server.start(INSTALLATION, library, data)) {
            Outcome second = INSTALLATION.run(
                    "server", "--library", library.toString(), "--data", data.toString(), "--port", "0");
            assertTrue(second.failure(1).contains(data.toString()), second.err());
            assertTrue(server.process().isAlive());
        }
    }

    @Test
    void foldersThatCannotBeUsedAreNamed() throws Exception {
        Path missing = folder.resolve("no such folder");
        assertTrue(serve(missing, data).contains(missing.toString()));
        Path file = library.resolve("论语.txt");
        assertTrue(serve(file, data).contains(file.toString()));
        assertTrue(serve(library, file).contains(file.toString()));
    }

    @Test
    void aLibraryOrDataFolderWithoutPermissionIsNamed() throws Exception {
        Path closed = Files.createDirectories(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        assumeTrue(!Files.isReadable(closed), "root reads everything");
        assertTrue(serve(closed, data).contains(closed.toString()));
        assertTrue(serve(library, closed.resolve("data")).contains(closed.toString()));
    }

    private String serve(Path libraryFolder, Path dataFolder) throws Exception {
        Outcome outcome = INSTALLATION.run(
                "server", "--library", libraryFolder.toString(), "--data", dataFolder.toString(), "--port", "0");
        String sentence = outcome.failure(1);
        assertEquals(1, sentence.lines().count(), sentence);
        return sentence;
    }

    @Test
    void aServerThatIsToldToStopClosesItsConnectionsOrderly() throws Exception {
        try (Server server = Server.start(INSTALLATION, library, data);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            byte[] header =
                    "{\"id\":1,\"op\":\"hello\",\"protocol\":1,\"reader\":\"r\",\"device\":\"d\",\"software\":\"s\"}"
                            .getBytes(StandardCharsets.UTF_8);
            socket.getOutputStream().write(new byte[] {0, 0, 0, (byte) header.length});
            socket.getOutputStream().write(header);
            InputStream in = socket.getInputStream();
            assertEquals(0, in.read(), "the first byte of the reply");
            int status = server.stop();
            assertTrue(status == 0 || status == 143, "status " + status);
            while (in.read() >= 0) {
                // the rest of the reply, and then the end: a reset would throw
            }
        }
    }

    @Test
    void garbageOnThePortHurtsNobody() throws Exception {
        try (Server server = Server.start(INSTALLATION, library, data)) {
            for (String garbage : List.of("GET / HTTP/1.0\r\n\r\n", "\0\0\0\0", "\0\u0001\0\0", "\0\0\0\u0002[]")) {
                try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                    socket.getOutputStream().write(garbage.getBytes(StandardCharsets.ISO_8859_1));
                    socket.shutdownOutput();
                    assertTrue(socket.getInputStream().readAllBytes().length > 0, "an answer to " + garbage);
                }
            }
            INSTALLATION.run("ls", "--server", server.address()).done();
        }
    }

    @Test
    void theShellAnswersItsOwnerOnly() throws Exception {
        try (Server server = Server.start(INSTALLATION, library, data)) {
            String books = "";
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos(); // its format may come some moments later
            while (!books.contains("论语.txt") && System.nanoTime() < end) {
                books = INSTALLATION
                        .run("shell", "--data", data.toString(), "nr:books")
                        .done()
                        .out();
            }
            assertTrue(books.contains("论语.txt"), books);
            assertTrue(INSTALLATION
                    .run("shell", "--data", data.toString(), "nr:formats")
                    .out()
                    .contains("TXT"));
            assertTrue(INSTALLATION
                    .run("shell", "--data", data.toString(), "lb")
                    .out()
                    .contains("NetReader catalogue"));
            Outcome wrong = INSTALLATION.run("shell", "--data", data.toString(), "nosuchcommand");
            assertEquals(1, wrong.failure(2).lines().count(), wrong.err());
            Path socket = data.resolve("server/shell.sock");
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)));
            assertTrue(server.process().isAlive());
        }
        assertEquals(
                1,
                INSTALLATION
                        .run("shell", "--data", data.toString(), "lb")
                        .failure(1)
                        .lines()
                        .count());
    }

    private static Map<String, String> statuses(JsonObject shelf) {
        Map<String, String> statuses = new TreeMap<>();
        for (JsonElement element : shelf.getAsJsonArray("books")) {
            JsonObject book = element.getAsJsonObject();
            statuses.put(book.get("name").getAsString(), book.get("status").getAsString());
        }
        return statuses;
    }
}
