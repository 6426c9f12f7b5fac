package netreader.dialect.classic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueBook.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

@Timeout(60)
class DownloadTest {
    @TempDir
    private Path folder;

    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        server = new TestServer(folder, Map.of());
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void booksOfAnyNameAndSizeAreFetched() throws Exception {
        byte[] large = new byte[3_000_000];
        new Random(7).nextBytes(large);
        Map<String, byte[]> books = Map.of(
                "with spaces (and more).pic",
                large,
                "兼容ARM9的软核处理器设计——基于FPGA.txt",
                "text".getBytes(StandardCharsets.UTF_8),
                "folder/emoji 📚.pic",
                "picture".getBytes(StandardCharsets.UTF_8),
                "empty.txt",
                new byte[0]);
        for (Map.Entry<String, byte[]> book : books.entrySet()) {
            server.put(book.getKey(), book.getValue());
        }
        server.awaitBooks(4);
        try (ClassicClient client = server.connect()) {
            for (Map.Entry<String, byte[]> book : books.entrySet()) {
                assertArrayEquals(book.getValue(), client.fetch(book.getKey()), book.getKey());
            }
            assertEquals("已关闭文件", client.ask("3"), "nothing follows a file");
        }
    }

    @Test
    void nothingOutsideTheShelfIsFetched() throws Exception {
        server.put("alice.txt", "Alice".getBytes(StandardCharsets.UTF_8));
        server.put("folder/bob.txt", "Bob".getBytes(StandardCharsets.UTF_8));
        Files.writeString(folder.resolve("secret.txt"), "secret");
        Files.writeString(folder.resolve("library/notes.md"), "of no format");
        Files.writeString(folder.resolve("library/.hidden.txt"), "hidden");
        Files.createSymbolicLink(folder.resolve("library/link.txt"), folder.resolve("secret.txt"));
        server.awaitBooks(2);
        try (ClassicClient client = server.connect()) {
            for (String name : List.of(
                    "../secret.txt",
                    "folder/../../secret.txt",
                    "folder/../alice.txt",
                    "./alice.txt",
                    "/etc/passwd",
                    folder.resolve("secret.txt").toString(),
                    folder.resolve("library/alice.txt").toString(),
                    "..\\secret.txt",
                    "folder\\..\\alice.txt",
                    "folder\\bob.txt",
                    "folder/",
                    ".",
                    "..",
                    "alice.txt\0",
                    "alice.txt\0.jpg",
                    "\0",
                    "%2e%2e/secret.txt",
                    "notes.md",
                    ".hidden.txt",
                    "link.txt",
                    "ALICE.TXT",
                    "../data/catalogue.db",
                    "*.txt",
                    "alice%")) {
                String plain = name.replace('\0', '?');
                assertEquals("There is no file named " + plain + " on the shelf", client.ask("0 " + name));
                assertEquals("There is no book named " + plain + " on the shelf", client.ask("1 " + name));
            }
            assertEquals("Bob", new String(client.fetch("folder/bob.txt"), StandardCharsets.UTF_8));
        }
    }

    @Test
    void aCoverIsAJpegWhereverItComesFrom() throws Exception {
        server.put("beside.png", picture("png", 50));
        server.put("beside.txt", "text".getBytes(StandardCharsets.UTF_8));
        server.put("folder/挽歌 inside.pic", "has one".getBytes(StandardCharsets.UTF_8));
        server.put("bare.pic", "bare of any".getBytes(StandardCharsets.UTF_8));
        server.awaitBooks(3);
        try (ClassicClient client = server.connect()) {
            assertEquals(50, widthOfJpeg(client.fetch("beside.jpg")));
            assertEquals(30, widthOfJpeg(client.fetch("folder/挽歌 inside.jpg")));
            assertEquals("There is no file named bare.jpg on the shelf", client.ask("0 bare.jpg"));
            assertEquals("There is no file named beside.png on the shelf", client.ask("0 beside.png"));
            assertEquals("There is no file named nothing.jpg on the shelf", client.ask("0 nothing.jpg"));
            assertEquals("There is no file named .jpg on the shelf", client.ask("0 .jpg"));
        }
    }

    @Test
    void ofBooksThatShareACoversNameTheFirstWithACoverGivesIt() throws Exception {
        server.put("alice.own", "bare".getBytes(StandardCharsets.UTF_8));
        server.put("alice.pic", "has one".getBytes(StandardCharsets.UTF_8));
        server.put("alice.txt", "text".getBytes(StandardCharsets.UTF_8));
        server.awaitBooks(3);
        try (ClassicClient client = server.connect()) {
            assertEquals(30, widthOfJpeg(client.fetch("alice.jpg")));
        }
    }

    @Test
    void theCatalogueIsADatabaseOfTheShelf() throws Exception {
        server.put("alice.txt", "Alice".getBytes(StandardCharsets.UTF_8));
        server.put("挽 歌's.pic", "pages".getBytes(StandardCharsets.UTF_8));
        server.put("folder/📚.pic", "other pages".getBytes(StandardCharsets.UTF_8));
        server.put("bad.pic", "damaged".getBytes(StandardCharsets.UTF_8));
        server.awaitBooks(4);
        try (ClassicClient client = server.connect()) {
            List<String> expected = new ArrayList<>();
            for (CatalogueBook book : server.shelf()) {
                if (book.status() == Status.READY) {
                    boolean fetched = book.name().endsWith(".pic");
                    expected.add(
                            book.name() + (fetched ? "|0|null|" + book.md5().orElseThrow() : "|1|null|null"));
                }
            }
            assertEquals(expected.stream().sorted().toList(), rows(client.fetch("PDF.db")));
            assertEquals(3, expected.size());

            assertArrayEquals(client.fetch("PDF.db"), client.fetch("PDF.db"));
            server.put("bob.txt", "Bob".getBytes(StandardCharsets.UTF_8));
            Files.delete(folder.resolve("library/alice.txt"));
            server.awaitShelf(
                    shelf -> shelf.stream().anyMatch(book -> book.name().equals("bob.txt"))
                            && shelf.stream().noneMatch(book -> book.name().equals("alice.txt")));
            expected.remove("alice.txt|1|null|null");
            expected.add("bob.txt|1|null|null");
            assertEquals(expected.stream().sorted().toList(), rows(client.fetch("PDF.db")));
        }
    }

    @Test
    void theCatalogueWaitsForDigestsThatAreBeingMade() throws Exception {
        server.put("slow.pic", "wait".getBytes(StandardCharsets.UTF_8));
        server.awaitShelf(shelf -> shelf.size() == 1 && shelf.get(0).md5().isPresent());
        server.put("next.pic", "picture".getBytes(StandardCharsets.UTF_8));
        server.awaitShelf(shelf -> shelf.size() == 2);
        try (ClassicClient client = server.connect()) {
            client.send("0 PDF.db");
            client.socket.setSoTimeout(300);
            assertThrows(SocketTimeoutException.class, client::hear, "nothing comes while another book is read");
            server.books.gate.countDown();
            client.socket.setSoTimeout(20_000);
            byte[] file = client.receive("PDF.db");
            server.awaitBooks(2);
            List<String> expected = server.shelf().stream()
                    .map(book -> book.name() + "|0|null|" + book.md5().orElseThrow())
                    .sorted()
                    .toList();
            assertEquals(expected, rows(file));
        }
    }

    @Test
    void anEmptyLibraryHasAnEmptyCatalogue() throws Exception {
        try (ClassicClient client = server.connect()) {
            assertEquals(List.of(), rows(client.fetch("PDF.db")));
        }
    }

    @Test
    void aBookThatHasChangedSinceItWasListedIsAnError() throws Exception {
        server.put("alice.txt", "Alice".getBytes(StandardCharsets.UTF_8));
        server.awaitBooks(1);
        try (ClassicClient client = server.connect()) {
            Path file = server.put("alice.txt", "Alice, second edition".getBytes(StandardCharsets.UTF_8));
            server.awaitShelf(shelf -> shelf.get(0).size() == 21);
            assertEquals("Alice, second edition", new String(client.fetch("alice.txt"), StandardCharsets.UTF_8));
            Files.delete(file);
            server.awaitShelf(List::isEmpty);
            assertEquals("There is no file named alice.txt on the shelf", client.ask("0 alice.txt"));
        }
    }

    private static byte[] picture(String format, int width) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, 60, BufferedImage.TYPE_INT_ARGB), format, bytes);
        return bytes.toByteArray();
    }

    private static int widthOfJpeg(byte[] image) throws IOException {
        assertEquals(0xFF, image[0] & 0xFF);
        assertEquals(0xD8, image[1] & 0xFF);
        return ImageIO.read(new ByteArrayInputStream(image)).getWidth();
    }

    /** The file's rows as lines, sorted. */
    private List<String> rows(byte[] database) throws IOException, SQLException {
        Path file = Files.write(Files.createTempFile(folder, "PDF", ".db"), database);
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file);
        List<String> rows = new ArrayList<>();
        try (Connection connection = source.getConnection();
                ResultSet result = connection
                        .createStatement()
                        .executeQuery("select path, page, flag, md5 from book_info order by path")) {
            while (result.next()) {
                rows.add(result.getString(1) + "|" + result.getInt(2) + "|" + result.getString(3) + "|"
                        + result.getString(4));
            }
        }
        return rows;
    }
}
