package netreader.catalogue.internal.positions;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import netreader.catalogue.Place;
import netreader.catalogue.Position;
import netreader.catalogue.Reader;

/** Reads and writes where readers are: a row for each reader, device and book. On the database's thread. */
final class PositionTable {
    private static final String SELECT = """
            select position.*, coalesce(name, '') as device_name
            from position left join device on device.id = position.device""";

    private PositionTable() {}

    /** Of the reader's devices, in no order. */
    static List<Position> of(Connection connection, String reader, long book) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SELECT + " where reader = ? and book = ?")) {
            query.setString(1, reader);
            query.setLong(2, book);
            return read(query);
        }
    }

    /** Of all readers, in no order. */
    static List<Position> of(Connection connection, long book) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SELECT + " where book = ?")) {
            query.setLong(1, book);
            return read(query);
        }
    }

    private static List<Position> read(PreparedStatement query) throws SQLException {
        List<Position> positions = new ArrayList<>();
        try (ResultSet result = query.executeQuery()) {
            while (result.next()) {
                positions.add(position(result));
            }
        }
        return positions;
    }

    /** @throws NullPointerException if the row is damaged */
    static Position position(ResultSet row) throws SQLException {
        return new Position(
                new Reader(
                        Objects.requireNonNull(row.getString("reader")),
                        Objects.requireNonNull(row.getString("device")),
                        row.getString("device_name")),
                new Place(row.getLong("anchor"), row.getDouble("fraction")),
                row.getLong("time"),
                row.getLong("count"),
                row.getLong("sequence"));
    }

    /** A book's position that is to be kept. */
    record Row(long book, Position position) {}

    /** Writes those whose count is greater than what is there. */
    static void put(Connection connection, Collection<Row> rows) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                        insert into position (reader, device, book, anchor, fraction, time, count, sequence)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (reader, book, device) do update set anchor = excluded.anchor,
                            fraction = excluded.fraction, time = excluded.time, count = excluded.count,
                            sequence = excluded.sequence
                        where excluded.count > count""");
                PreparedStatement name = connection.prepareStatement("""
                        insert into device (id, name) values (?, ?)
                        on conflict (id) do update set name = excluded.name where name <> excluded.name""")) {
            for (Row row : rows) {
                Position position = row.position();
                Reader reader = position.reader();
                upsert.setString(1, reader.name());
                upsert.setString(2, reader.device());
                upsert.setLong(3, row.book());
                upsert.setLong(4, position.place().anchor());
                upsert.setDouble(5, position.place().fraction());
                upsert.setLong(6, position.time());
                upsert.setLong(7, position.count());
                upsert.setLong(8, position.sequence());
                upsert.executeUpdate();
                if (!reader.deviceName().isEmpty()) {
                    name.setString(1, reader.device());
                    name.setString(2, reader.deviceName());
                    name.executeUpdate();
                }
            }
        }
    }

    /** The greatest number that an update has; 0 if there is none. */
    static long lastSequence(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select coalesce(max(sequence), 0) from position");
                ResultSet result = query.executeQuery()) {
            return result.getLong(1);
        }
    }
}
