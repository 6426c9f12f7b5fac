package netreader.catalogue.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Numbers that only grow. On the database's thread. */
final class Counters {
    private Counters() {}

    /** The catalogue's name, made with its tables. */
    static String identity(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select name from identity");
                ResultSet result = query.executeQuery()) {
            return result.getString(1);
        }
    }

    static long revision(Connection connection) throws SQLException {
        return value(connection, "revision");
    }

    static long value(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select value from counter where name = ?")) {
            query.setString(1, name);
            try (ResultSet result = query.executeQuery()) {
                return result.getLong(1);
            }
        }
    }

    static void set(Connection connection, String name, long value) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update counter set value = ? where name = ?")) {
            update.setLong(1, value);
            update.setString(2, name);
            update.executeUpdate();
        }
    }

    static long nextRevision(Connection connection) throws SQLException {
        return next(connection, "revision");
    }

    static long nextSequence(Connection connection) throws SQLException {
        return next(connection, "sequence");
    }

    private static long next(Connection connection, String name) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update counter set value = value + 1 where name = ? returning value")) {
            update.setString(1, name);
            try (ResultSet result = update.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }
}
