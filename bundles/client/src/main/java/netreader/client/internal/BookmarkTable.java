package netreader.client.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import netreader.client.Bookmark;
import netreader.client.Place;
import netreader.client.ShelfBook;
import netreader.client.internal.store.SqliteFile;

/**
 * The table with bookmarks, on the database's thread. They belong to a book by its id and by its contents: so they are
 * there after its file was edited, and when it comes back under another id, or from another server.
 */
final class BookmarkTable {
    static final List<String> CREATE = List.of("""
            create table bookmark (
                catalogue text not null, book integer not null, sha256 text not null, format text not null,
                anchor integer not null, fraction real not null, text text not null, time integer not null,
                primary key (catalogue, book, anchor)) without rowid""", "create index bookmark_contents on bookmark (sha256)");

    private static final String OF_BOOK =
            " where ((catalogue = ? and book = ?) or (sha256 = ? and sha256 <> '' and format = ?))";

    private BookmarkTable() {}

    /** In the order of their anchors. */
    static List<Bookmark> of(Connection open, String catalogue, ShelfBook book) throws SQLException {
        List<Bookmark> bookmarks = new ArrayList<>();
        try (PreparedStatement query =
                open.prepareStatement("select anchor, fraction, text, max(time) as time from bookmark" + OF_BOOK
                        + " group by anchor order by anchor")) {
            query.setString(1, catalogue);
            query.setLong(2, book.id());
            query.setString(3, book.sha256().orElse(""));
            query.setString(4, book.format());
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    bookmarks.add(new Bookmark(
                            new Place(Math.max(0, result.getLong("anchor")), result.getDouble("fraction")),
                            result.getString("text"),
                            Instant.ofEpochMilli(result.getLong("time"))));
                }
            }
        }
        return bookmarks;
    }

    static boolean put(Connection open, String catalogue, ShelfBook book, Bookmark bookmark) throws SQLException {
        return SqliteFile.update(
                open,
                "insert or replace into bookmark values (?, ?, ?, ?, ?, ?, ?, ?)",
                catalogue,
                book.id(),
                book.sha256().orElse(""),
                book.format(),
                bookmark.place().anchor(),
                bookmark.place().fraction(),
                bookmark.text(),
                bookmark.made().toEpochMilli());
    }

    static boolean remove(Connection open, String catalogue, ShelfBook book, long anchor) throws SQLException {
        return SqliteFile.update(
                open,
                "delete from bookmark" + OF_BOOK + " and anchor = ?",
                catalogue,
                book.id(),
                book.sha256().orElse(""),
                book.format(),
                anchor);
    }
}
