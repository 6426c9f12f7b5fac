package netreader.client.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netreader.client.ShelfBook;
import netreader.format.Delivery;

/** The shelf in the reader's SQLite file. On the thread of that file. */
final class ShelfTable {
    static final String CREATE = """
            create table shelf (
                catalogue text not null, id integer not null, name text not null, title text not null,
                authors text not null, format text not null, delivery text not null, bytes integer not null,
                version text not null, pages integer not null, sha256 blob, status text not null, reason text,
                cover integer not null, added integer not null, gone integer not null,
                primary key (catalogue, id)) without rowid""";

    /** Between two authors. */
    private static final String SEPARATOR = "\n";

    private ShelfTable() {}

    static void put(Connection open, String catalogue, List<ShelfBook> books) throws SQLException {
        try (PreparedStatement insert = open.prepareStatement(
                "insert or replace into shelf values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (ShelfBook book : books) {
                insert.setString(1, catalogue);
                insert.setLong(2, book.id());
                insert.setString(3, book.name());
                insert.setString(4, book.title());
                insert.setString(5, String.join(SEPARATOR, book.authors()));
                insert.setString(6, book.format());
                insert.setString(7, book.delivery().name());
                insert.setLong(8, book.bytes());
                insert.setString(9, book.version());
                insert.setInt(10, book.pages());
                insert.setBytes(11, book.sha256().map(HexFormat.of()::parseHex).orElse(null));
                insert.setString(12, book.status().name());
                insert.setString(13, book.reason().orElse(null));
                insert.setBoolean(14, book.hasCover());
                insert.setLong(15, book.added().toEpochMilli());
                insert.setBoolean(16, book.gone());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static void remove(Connection open, String catalogue, List<Long> ids) throws SQLException {
        for (String table : List.of("shelf where catalogue = ? and id = ?", "cover where catalogue = ? and book = ?")) {
            try (PreparedStatement delete = open.prepareStatement("delete from " + table)) {
                for (Long id : ids) {
                    delete.setString(1, catalogue);
                    delete.setLong(2, id);
                    delete.addBatch();
                }
                delete.executeBatch();
            }
        }
    }

    static List<ShelfBook> all(Connection open, String catalogue) throws SQLException {
        List<ShelfBook> books = new ArrayList<>();
        Map<String, List<String>> authors = new HashMap<>();
        Map<String, String> formats = new HashMap<>();
        try (PreparedStatement query = open.prepareStatement("""
                select id, name, title, authors, format, delivery, bytes, version, pages, sha256, status, reason, cover,
                    added, gone
                from shelf where catalogue = ?""")) {
            query.setString(1, catalogue);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    books.add(new ShelfBook(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            authors.computeIfAbsent(row.getString(4), ShelfTable::authors),
                            formats.computeIfAbsent(row.getString(5), same -> same),
                            Delivery.valueOf(row.getString(6)),
                            row.getLong(7),
                            row.getString(8),
                            row.getInt(9),
                            Optional.ofNullable(row.getBytes(10)).map(HexFormat.of()::formatHex),
                            ShelfBook.Status.valueOf(row.getString(11)),
                            Optional.ofNullable(row.getString(12)),
                            row.getBoolean(13),
                            Instant.ofEpochMilli(row.getLong(14)),
                            row.getBoolean(15)));
                }
            }
        }
        return books;
    }

    private static List<String> authors(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(SEPARATOR));
    }
}
