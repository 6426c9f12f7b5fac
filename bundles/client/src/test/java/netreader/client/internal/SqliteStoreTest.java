package netreader.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import netreader.client.Bookmark;
import netreader.client.Place;
import netreader.client.ShelfBook;
import netreader.protocol.BookRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SqliteStoreTest {
    private static final String SERVER = "localhost:1";

    @TempDir
    private Path folder;

    @Test
    void aShelfOfSeveralPartsIsRememberedAsAWhole() {
        List<ShelfBook> books = LongStream.rangeClosed(1, 9001)
                .mapToObj(id -> Rows.book(row(id, Optional.of("p" + id))))
                .toList();
        try (SqliteStore store = new SqliteStore(folder.resolve("reader.db"))) {
            store.switchTo(SERVER, "c");
            store.saveShelf("c", books, List.of(), 5);
        }
        try (SqliteStore store = new SqliteStore(folder.resolve("reader.db"))) {
            assertEquals(List.of(books.get(8999), books.get(2)), store.books(SERVER, List.of(9000L, 0L, 3L)));
            assertEquals(List.of(), store.books("elsewhere:1", List.of(3L)));
            ReaderStore.Memory memory = store.load(SERVER);
            assertEquals(books, memory.shelf());
            assertEquals(5, memory.revision());
        }
    }

    @Test
    void bookmarksAreRememberedInTheOrderOfTheBook() {
        ShelfBook book = Rows.book(row(7, Optional.empty()));
        Bookmark late = new Bookmark(new Place(900, 0.9), "Chapter IX", Instant.ofEpochMilli(5));
        Bookmark early = new Bookmark(new Place(20, 0.1), "Chapter I", Instant.ofEpochMilli(6));
        try (SqliteStore store = new SqliteStore(folder.resolve("reader.db"))) {
            store.saveBookmark("c", book, late);
            store.saveBookmark("c", book, early);
            store.saveBookmark("c", book, new Bookmark(new Place(500, 0.5), "", Instant.EPOCH));
            store.removeBookmark("c", book, 500);
        }
        try (SqliteStore store = new SqliteStore(folder.resolve("reader.db"))) {
            assertEquals(List.of(early, late), store.bookmarks("c", book));
            assertEquals(List.of(), store.bookmarks("c", Rows.book(row(8, Optional.empty(), "b"))));
        }
    }

    @Test
    void bookmarksFollowTheContentsToAnotherIdAndAnotherCatalogue() {
        Bookmark bookmark = new Bookmark(new Place(20, 0.1), "Chapter I", Instant.ofEpochMilli(6));
        try (SqliteStore store = new SqliteStore(folder.resolve("reader.db"))) {
            store.saveBookmark("c", Rows.book(row(7, Optional.empty())), bookmark);
            ShelfBook back = Rows.book(row(12, Optional.empty()));
            assertEquals(List.of(bookmark), store.bookmarks("anew", back));
            store.removeBookmark("anew", back, 20);
            assertEquals(List.of(), store.bookmarks("c", Rows.book(row(7, Optional.empty()))));
        }
    }

    @Test
    void bookmarksStayWithABookWhoseFileWasEdited() {
        Bookmark bookmark = new Bookmark(new Place(20, 0.1), "Chapter I", Instant.ofEpochMilli(6));
        try (SqliteStore store = new SqliteStore(folder.resolve("reader.db"))) {
            store.saveBookmark("c", Rows.book(row(7, Optional.empty())), bookmark);
            assertEquals(List.of(bookmark), store.bookmarks("c", Rows.book(row(7, Optional.empty(), "b"))));
        }
    }

    /** Of the shelf that was remembered before covers had names of their own nothing is lost. */
    @Test
    void aFileOfTheVersionBeforeIsTakenOver() throws Exception {
        Path file = folder.resolve("reader.db");
        try (Connection open = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = open.createStatement()) {
            for (List<String> version : SqliteStore.VERSIONS.subList(0, 3)) {
                for (String command : version) {
                    statement.execute(command);
                }
            }
            statement.execute("pragma user_version = 3");
            statement.execute("insert into server values ('" + SERVER + "', 'c')");
            statement.execute("insert into catalogue values ('c', 5)");
            for (int id = 1; id <= 2; id++) {
                statement.execute("insert into shelf values ('c', " + id + ", '" + id + "', 'T', '', 'PDF', 'FILE', 1,"
                        + " '0012', 10, null, 'READY', null, " + (id == 1) + ", 0, 0)");
            }
        }
        try (SqliteStore store = new SqliteStore(file)) {
            assertEquals(
                    List.of(Optional.of("0012"), Optional.empty()),
                    store.load(SERVER).shelf().stream().map(ShelfBook::cover).toList());
        }
    }

    private static BookRow row(long id, Optional<String> picture) {
        return row(id, picture, "a");
    }

    private static BookRow row(long id, Optional<String> picture, String digit) {
        return new BookRow(
                id,
                id + ".pdf",
                "Title " + id,
                List.of("孔子"),
                "PDF",
                "file",
                7,
                "v",
                10,
                Optional.of(digit.repeat(64)),
                "ready",
                Optional.empty(),
                picture.isPresent(),
                picture,
                id);
    }
}
