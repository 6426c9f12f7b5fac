package netreader.client.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import netreader.client.Place;
import netreader.client.internal.store.SqliteFile;

/** The table with the places where books were left. On the database's thread. */
final class PlaceTable {
    private PlaceTable() {}

    static Map<Long, KeptPlace> of(Connection open, String catalogue) throws SQLException {
        Map<Long, KeptPlace> places = new HashMap<>();
        try (PreparedStatement query = open.prepareStatement(
                "select book, anchor, fraction, time, count, told from place where catalogue = ?")) {
            query.setString(1, catalogue);
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    places.put(
                            result.getLong("book"),
                            new KeptPlace(
                                    new Place(Math.max(0, result.getLong("anchor")), result.getDouble("fraction")),
                                    result.getLong("time"),
                                    result.getLong("count"),
                                    result.getBoolean("told")));
                }
            }
        }
        return places;
    }

    static void put(Connection open, String catalogue, long book, KeptPlace kept) throws SQLException {
        SqliteFile.update(
                open,
                """
                insert or replace into place (catalogue, book, anchor, fraction, time, count, told)
                values (?, ?, ?, ?, ?, ?, ?)""",
                catalogue,
                book,
                kept.place().anchor(),
                kept.place().fraction(),
                kept.time(),
                kept.count(),
                kept.told());
    }
}
