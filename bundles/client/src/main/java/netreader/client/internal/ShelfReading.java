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

/**
 * Reads the shelf of a catalogue from the reader's SQLite file, part by part, so that who wants to know some books is not
 * kept waiting by 100,000. On the thread of that file.
 */
final class ShelfReading {
    private static final int PART = 4000;
    private static final String ROWS = """
            select id, name, title, authors, format, delivery, bytes, version, pages, sha256, status, reason, picture,
                added, gone
            from shelf where catalogue = ? and id""";

    private final String catalogue;
    private final List<ShelfBook> books = new ArrayList<>();
    /** Many books are by few authors. */
    private final Map<String, List<String>> authors = new HashMap<>();

    private final Map<String, String> formats = new HashMap<>();
    private long last = Long.MIN_VALUE;

    ShelfReading(String catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Reads on.
     *
     * @return whether there may be more
     */
    boolean readPart(Connection open) throws SQLException {
        int before = books.size();
        try (PreparedStatement query = open.prepareStatement(ROWS + " > ? order by id limit " + PART)) {
            query.setString(1, catalogue);
            query.setLong(2, last);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    books.add(book(row));
                    last = row.getLong(1);
                }
            }
        }
        return books.size() - before == PART;
    }

    /** What has been read so far, in the order of the ids. */
    List<ShelfBook> books() {
        return books;
    }

    /** Those of the ids that are known, in their order. */
    List<ShelfBook> books(Connection open, List<Long> ids) throws SQLException {
        List<ShelfBook> found = new ArrayList<>(ids.size());
        try (PreparedStatement query = open.prepareStatement(ROWS + " = ?")) {
            query.setString(1, catalogue);
            for (long id : ids) {
                query.setLong(2, id);
                try (ResultSet row = query.executeQuery()) {
                    if (row.next()) {
                        found.add(book(row));
                    }
                }
            }
        }
        return found;
    }

    private ShelfBook book(ResultSet row) throws SQLException {
        return new ShelfBook(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                authors.computeIfAbsent(row.getString(4), ShelfReading::authors),
                formats.computeIfAbsent(row.getString(5), same -> same),
                Delivery.valueOf(row.getString(6)),
                row.getLong(7),
                row.getString(8),
                row.getInt(9),
                Optional.ofNullable(row.getBytes(10)).map(HexFormat.of()::formatHex),
                ShelfBook.Status.valueOf(row.getString(11)),
                Optional.ofNullable(row.getString(12)),
                Optional.ofNullable(row.getString(13)),
                Instant.ofEpochMilli(row.getLong(14)),
                row.getBoolean(15));
    }

    private static List<String> authors(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(ShelfTable.SEPARATOR));
    }
}
