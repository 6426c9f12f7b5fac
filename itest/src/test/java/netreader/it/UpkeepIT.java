package netreader.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an administrator does about the server's own files, and what the server does by itself. */
@Timeout(120)
class UpkeepIT {
    private static final Installation INSTALLATION = Installation.built();
    private static final int BOOKS = 150;
    private static final int PAGE = 4096;

    @TempDir
    private Path folder;

    private Path library;
    private Path data;

    @BeforeEach
    void fillTheLibrary() throws Exception {
        library = Files.createDirectory(folder.resolve("library"));
        data = folder.resolve("data");
        for (int i = 0; i < BOOKS; i++) {
            Path book = Files.writeString(library.resolve("book " + i + ".txt"), "The text of book " + i + "\n");
            Files.setLastModifiedTime(book, FileTime.from(Instant.now().minusSeconds(3600)));
        }
    }

    @Test
    void aDamagedCatalogueIsMadeAnewWhileAReaderIsConnected() throws Exception {
        try (Server server = Server.start(INSTALLATION, library, data);
                Batch reader = new Batch(INSTALLATION, server.address())) {
            reader.await("ls", UpkeepIT::isWhole);
        }
        damage(data.resolve("server").resolve("catalogue.db"));
        try (Server server = Server.start(INSTALLATION, library, data);
                Batch reader = new Batch(INSTALLATION, server.address())) {
            reader.await("ls", UpkeepIT::isWhole);
            assertEquals(1, setAside());
            assertTrue(server.log().contains("set aside"), server.log());
            assertFalse(server.log().contains("\tat "), server.log());
        }
    }

    private static boolean isWhole(JsonObject shelf) {
        if (!shelf.has("books") || shelf.getAsJsonArray("books").size() != BOOKS) {
            return false;
        }
        return shelf.getAsJsonArray("books").asList().stream()
                .allMatch(book ->
                        book.getAsJsonObject().get("status").getAsString().equals("ready"));
    }

    /** In its depths: what opening reads stays whole. */
    private static void damage(Path file) throws Exception {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            for (long at = bytes.length() / 2 / PAGE * PAGE; at < bytes.length(); at += PAGE) {
                bytes.seek(at);
                bytes.write(new byte[100]);
            }
        }
    }

    private long setAside() throws Exception {
        try (Stream<Path> files = Files.list(data.resolve("server"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("catalogue.db.damaged-"))
                    .count();
        }
    }

    @Test
    void aBackupThatIsPutInPlaceIsTheCatalogueAgain() throws Exception {
        Path backup;
        JsonObject before;
        try (Server server = Server.start(INSTALLATION, library, data);
                Batch reader = new Batch(INSTALLATION, server.address())) {
            before = reader.await("ls", UpkeepIT::isWhole);
            reader.run("info \"book 7.txt\"");
            shell("nr:set", "book 7", "charset=GB18030");
            backup = Path.of(shell("nr:backup").strip().replaceFirst("^.* is in ", ""));
            shell("nr:set", "book 7", "charset=Big5");
        }
        try (Stream<Path> files = Files.list(backup)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file, data.resolve("server").resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        try (Server server = Server.start(INSTALLATION, library, data);
                Batch reader = new Batch(INSTALLATION, server.address())) {
            assertEquals(before, reader.await("ls", UpkeepIT::isWhole));
            assertTrue(shell("nr:why", "book 7").contains("{\"charset\":\"GB18030\"}"));
            assertFalse(shell("nr:why", "book 7").contains("Big5"));
        }
    }

    private String shell(String... words) throws Exception {
        String[] all = Stream.concat(Stream.of("shell", "--data", data.toString()), Stream.of(words))
                .toArray(String[]::new);
        return INSTALLATION.run(all).done().out();
    }
}
