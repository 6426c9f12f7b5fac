package netreader.catalogue.internal.positions;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the file with the readers' places remembers of books. On that database's thread. */
final class PositionBooks {
    private PositionBooks() {}

    /**
     * A book as it was when the catalogue was last heard.
     *
     * @param id the catalogue's number
     * @param size in bytes
     * @param sha256 of the contents; empty if it was never known
     */
    record Remembered(long id, String name, long size, Optional<String> sha256) {}

    /**
     * Which catalogue the numbers are of.
     *
     * @param catalogue its name; empty if there was none yet
     * @param revision that it had reached
     */
    record State(String catalogue, long revision) {}

    static State state(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select catalogue, revision from state");
                ResultSet result = query.executeQuery()) {
            return new State(result.getString(1), result.getLong(2));
        }
    }

    static void setState(Connection connection, State state) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update state set catalogue = ?, revision = ?")) {
            update.setString(1, state.catalogue());
            update.setLong(2, state.revision());
            update.executeUpdate();
        }
    }

    static List<Remembered> all(Connection connection) throws SQLException {
        List<Remembered> books = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("select id, name, size, sha256 from book");
                ResultSet result = query.executeQuery()) {
            while (result.next()) {
                books.add(new Remembered(
                        result.getLong(1),
                        result.getString(2),
                        result.getLong(3),
                        Optional.ofNullable(result.getString(4))));
            }
        }
        return books;
    }

    /** Remembers the books; a digest that is not known at this moment does not erase the one before it. */
    static void put(Connection connection, Collection<Remembered> books) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into book (id, name, size, sha256) values (?, ?, ?, ?)
                on conflict (id) do update set name = excluded.name, size = excluded.size,
                    sha256 = coalesce(excluded.sha256, sha256)""")) {
            for (Remembered book : books) {
                upsert.setLong(1, book.id());
                upsert.setString(2, book.name());
                upsert.setLong(3, book.size());
                upsert.setString(4, book.sha256().orElse(null));
                upsert.executeUpdate();
            }
        }
    }

    /** @param numbers the new number by the old one, for all books; no two are the same */
    static void renumber(Connection connection, Map<Long, Long> numbers) throws SQLException {
        for (String table : List.of("book set id", "position set book")) {
            String column = table.substring(table.lastIndexOf(' ') + 1);
            // By way of negative numbers: a new one may be the old one of another book.
            try (PreparedStatement away =
                            connection.prepareStatement("update " + table + " = -? where " + column + " = ?");
                    PreparedStatement back = connection.prepareStatement(
                            "update " + table + " = -" + column + " where " + column + " < 0")) {
                for (Map.Entry<Long, Long> number : numbers.entrySet()) {
                    away.setLong(1, number.getValue());
                    away.setLong(2, number.getKey());
                    away.executeUpdate();
                }
                back.executeUpdate();
            }
        }
    }
}
