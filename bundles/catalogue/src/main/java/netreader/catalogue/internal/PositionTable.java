package netreader.catalogue.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import netreader.catalogue.Place;
import netreader.catalogue.Reader;

/** Keeps where readers are: a row for each reader, device and book. On the database's thread. */
final class PositionTable {
    private PositionTable() {}

    static Optional<Place> place(Connection connection, Reader reader, long book) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select anchor, fraction from position where reader = ? and book = ?
                order by device = ? desc, sequence desc limit 1""")) {
            query.setString(1, reader.name());
            query.setLong(2, book);
            query.setString(3, reader.device());
            try (ResultSet result = query.executeQuery()) {
                return result.next()
                        ? Optional.of(new Place(result.getLong(1), result.getDouble(2)))
                        : Optional.empty();
            }
        }
    }

    static void put(Connection connection, Reader reader, long book, Place place) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into position (reader, device, book, content, anchor, fraction, sequence)
                values (?, ?, ?, (select content from book where id = ?), ?, ?, ?)
                on conflict (reader, device, book) do update set content = excluded.content,
                    anchor = excluded.anchor, fraction = excluded.fraction, sequence = excluded.sequence""")) {
            upsert.setString(1, reader.name());
            upsert.setString(2, reader.device());
            upsert.setLong(3, book);
            upsert.setLong(4, book);
            upsert.setLong(5, place.anchor());
            upsert.setDouble(6, place.fraction());
            upsert.setLong(7, Counters.nextSequence(connection));
            upsert.executeUpdate();
        }
    }
}
