package netreader.catalogue.internal;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import netreader.catalogue.Cover;

/** Keeps the covers. On the database's thread. */
final class CoverTable {
    private CoverTable() {}

    static Optional<Cover> cover(Connection connection, long book) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select media_type, image from cover join book on id = book where book = ? and not gone")) {
            query.setLong(1, book);
            try (ResultSet result = query.executeQuery()) {
                return result.next()
                        ? Optional.of(new Cover(result.getString(1), ByteBuffer.wrap(result.getBytes(2))))
                        : Optional.empty();
            }
        }
    }

    /** A book has the cover of another one from now on. */
    static void copy(Connection connection, long from, long to) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert or replace into cover select ?, media_type, image from cover where book = ?")) {
            insert.setLong(1, to);
            insert.setLong(2, from);
            insert.executeUpdate();
        }
    }

    static void replace(Connection connection, long book, Optional<Cover> cover) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from cover where book = ?")) {
            delete.setLong(1, book);
            delete.executeUpdate();
        }
        if (cover.isPresent()) {
            try (PreparedStatement insert = connection.prepareStatement("insert into cover values (?, ?, ?)")) {
                insert.setLong(1, book);
                insert.setString(2, cover.get().mediaType());
                byte[] image = new byte[cover.get().image().remaining()];
                cover.get().image().get(image);
                insert.setBytes(3, image);
                insert.executeUpdate();
            }
        }
    }
}
