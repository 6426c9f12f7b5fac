package netreader.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client of the report reads from the built installation, beside a reader of today. */
class ClassicDialectIT {
    @TempDir
    private Path folder;

    @Test
    void theReportsClientReadsTheSampleLibrary() throws Exception {
        Map<String, Path> books = books(Installation.sampleLibrary());
        assertTrue(books.size() > 5, books.toString());
        try (Server server = Server.start(Installation.built(), Installation.sampleLibrary(), folder.resolve("data"))) {
            try (ClassicClient client = new ClassicClient(server.port())) {
                assertEquals(expectedRows(books), rows(client.get("PDF.db")));
                for (Map.Entry<String, Path> book : books.entrySet()) {
                    assertArrayEquals(Files.readAllBytes(book.getValue()), client.get(book.getKey()), book.getKey());
                }
                assertNotNull(ImageIO.read(new ByteArrayInputStream(client.get("唐诗三百首.jpg"))), "its first page");
                assertReads(client, "孟子.txt", Charset.forName("Big5-HKSCS"));
                assertReads(client, "Pride and Prejudice - Jane Austen.txt", StandardCharsets.UTF_8);
                assertEquals("There is no file named ../pom.xml on the shelf", client.ask("0 ../pom.xml"));
                assertEquals("已关闭文件", client.ask("3"));
            }
            assertEquals(
                    books.size(),
                    Installation.built()
                            .run("ls", "--json", "--server", server.address())
                            .done()
                            .json()
                            .getAsJsonArray("books")
                            .size());
            assertTrue(server.log().contains("begin connection 1 "), server.log());
            assertTrue(server.log().contains("request: 0 PDF.db"), server.log());
            assertTrue(server.log().contains("request: 2 0"), server.log());
            assertTrue(server.log().contains("end connection 1"), server.log());
            assertFalse(server.log().contains("\tat "), server.log());
        }
    }

    private static void assertReads(ClassicClient client, String name, Charset charset) throws IOException {
        int pages = Integer.parseInt(client.ask("1 " + name));
        String fifth = client.ask("2 5");
        client.ask("1 " + name);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < pages; i++) {
            texts.add(client.ask("2 0"));
        }
        String text = Files.readString(Installation.sampleLibrary().resolve(name), charset);
        assertEquals(text.startsWith("\uFEFF") ? text.substring(1) : text, String.join("", texts));
        assertEquals(fifth, texts.get(4));
    }

    private static Map<String, Path> books(Path library) throws IOException {
        Map<String, Path> books = new TreeMap<>();
        try (Stream<Path> files = Files.list(library)) {
            files.filter(file -> file.toString().matches(".*\\.(txt|pdf)"))
                    .forEach(file -> books.put(file.getFileName().toString(), file));
        }
        return books;
    }

    private static List<String> expectedRows(Map<String, Path> books) throws Exception {
        List<String> rows = new ArrayList<>();
        for (Map.Entry<String, Path> book : books.entrySet()) {
            byte[] md5 = MessageDigest.getInstance("MD5").digest(Files.readAllBytes(book.getValue()));
            rows.add(book.getKey()
                    + (book.getKey().endsWith(".txt")
                            ? "|1|null|null"
                            : "|0|null|" + HexFormat.of().formatHex(md5)));
        }
        return rows;
    }

    private List<String> rows(byte[] database) throws Exception {
        Path file = Files.write(folder.resolve("PDF.db"), database);
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("select path, page, flag, md5 from book_info order by path")) {
            while (result.next()) {
                rows.add(result.getString(1) + "|" + result.getInt(2) + "|" + result.getString(3) + "|"
                        + result.getString(4));
            }
        }
        return rows;
    }
}
