package netreader.catalogue.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Numbers that only grow. On the database's thread. */
public final class Counters {
    private static final String REVISION = "revision";

    private Counters() {}

    /** The catalogue's name, made with its tables. */
    public static String identity(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select name from identity");
                ResultSet result = query.executeQuery()) {
            return result.getString(1);
        }
    }

    public static long revision(Connection connection) throws SQLException {
        return value(connection, REVISION);
    }

    public static long value(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select value from counter where name = ?")) {
            query.setString(1, name);
            try (ResultSet result = query.executeQuery()) {
                return result.getLong(1);
            }
        }
    }

    public static void set(Connection connection, String name, long value) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update counter set value = ? where name = ?")) {
            update.setLong(1, value);
            update.setString(2, name);
            update.executeUpdate();
        }
    }

    public static long nextRevision(Connection connection) throws SQLException {
        try (Revisions revisions = new Revisions(connection)) {
            return revisions.next();
        }
    }

    /**
     * The revisions of a transaction that changes many rows, counted in memory and kept when it closes. Nobody else takes
     * one meanwhile.
     */
    public static final class Revisions implements AutoCloseable {
        private final Connection connection;
        private final long first;
        private long last;

        public Revisions(Connection connection) throws SQLException {
            this.connection = connection;
            this.first = revision(connection);
            this.last = first;
        }

        /** Another one for each row: readers ask for what comes after the last that they know. */
        public long next() {
            return ++last;
        }

        @Override
        public void close() throws SQLException {
            if (last > first) {
                set(connection, REVISION, last);
            }
        }
    }
}
