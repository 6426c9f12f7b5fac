package netreader.client.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import netreader.client.ShelfBook;

/** The shelf in the reader's SQLite file; {@link ShelfReading} reads it. On the thread of that file. */
final class ShelfTable {
    static final String CREATE = """
            create table shelf (
                catalogue text not null, id integer not null, name text not null, title text not null,
                authors text not null, format text not null, delivery text not null, bytes integer not null,
                version text not null, pages integer not null, sha256 blob, status text not null, reason text,
                cover integer not null, added integer not null, gone integer not null,
                primary key (catalogue, id)) without rowid""";

    /** Between two authors. */
    static final String SEPARATOR = "\n";

    private ShelfTable() {}

    static void put(Connection open, String catalogue, List<ShelfBook> books) throws SQLException {
        try (PreparedStatement insert = open.prepareStatement("""
                insert or replace into shelf (catalogue, id, name, title, authors, format, delivery, bytes, version, pages,
                    sha256, status, reason, picture, added, gone)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
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
                insert.setString(14, book.cover().orElse(null));
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
}
