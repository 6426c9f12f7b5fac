package netreader.catalogue.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MigrationTest {
    @TempDir
    private Path folder;

    static IntStream olderVersions() {
        return IntStream.range(1, Schema.VERSIONS.size());
    }

    @ParameterizedTest
    @MethodSource("olderVersions")
    void aCatalogueOfAnyOlderVersionKeepsItsBooks(int version) throws Exception {
        Path file = folder.resolve("catalogue.db");
        try (Connection old = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = old.createStatement()) {
            for (List<String> commands : Schema.VERSIONS.subList(0, version)) {
                for (String sql : commands) {
                    statement.execute(sql);
                }
            }
            statement.execute("insert into content values (7, 'abcd', 'ef')");
            statement.execute("""
                    insert into book (id, name, size, mtime, version, content, format, delivery, title, authors, pages,
                        details, settings, status, gone, revision)
                    values (3, '红楼梦.txt', 5, 6, '5-6', 7, 'TXT', 'pages', '红楼梦', '["曹雪芹"]', 9, '[]',
                        '{"charset":"GBK"}', 'ready', 0, 12)""");
            if (version < 4) {
                statement.execute("insert into cover values (3, 'image/jpeg', x'0102')");
            }
            statement.execute("update counter set value = 12 where name = 'revision'");
            statement.execute("pragma user_version = " + version);
        }
        try (Connection opened = new DatabaseFile(file, "The catalogue", Schema.VERSIONS).openForWriting()) {
            var book = BookTable.book(opened, 3);
            assertEquals("红楼梦", book.title());
            assertEquals(List.of("曹雪芹"), book.authors());
            assertEquals("GBK", book.settings().get("charset"));
            assertEquals("abcd", book.sha256().orElseThrow());
            assertEquals(version < 4, CoverTable.cover(opened, 3, 480).isPresent());
            assertEquals(12, BookTable.changesSince(opened, 0, 10).revision());
            assertEquals(tables(newFile()), tables(opened));
        }
    }

    private Connection newFile() throws Exception {
        return new DatabaseFile(folder.resolve("new.db"), "The catalogue", Schema.VERSIONS).openForWriting();
    }

    private static Set<String> tables(Connection connection) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select name from sqlite_schema")) {
            while (result.next()) {
                names.add(result.getString(1));
            }
        }
        return names;
    }

    @Test
    void aCatalogueOfANewerVersionIsLeftAlone() throws Exception {
        Path file = folder.resolve("catalogue.db");
        try (Connection newer = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = newer.createStatement()) {
            statement.execute("pragma user_version = 4000");
        }
        SQLException refused = assertThrows(
                SQLException.class, new DatabaseFile(file, "The catalogue", Schema.VERSIONS)::openForWriting);
        assertTrue(refused.getMessage().contains("a newer NetReader"), refused.getMessage());
    }
}
