package netreader.catalogue.internal.store;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HexFormat;
import java.util.Optional;
import netreader.catalogue.Cover;

/** Keeps the covers: each picture once, whichever books have it. On the database's thread. */
public final class CoverTable {
    /** Enough of a digest to tell pictures apart; nobody gains from two that are alike. */
    private static final int DIGEST_BYTES = 16;

    private CoverTable() {}

    /** @param pixels that the longer side is shown with; of two sizes the smaller one that has as many */
    public static Optional<Cover> cover(Connection connection, long book, int pixels) throws SQLException {
        String column = pixels <= CoverSizes.SMALL_PIXELS ? "small" : "coalesce(large, small)";
        try (PreparedStatement query = connection.prepareStatement(
                "select " + column + " from picture where id = (select picture from book where id = ? and not gone)")) {
            query.setLong(1, book);
            try (ResultSet result = query.executeQuery()) {
                return result.next()
                        ? Optional.of(CoverSizes.jpeg(ByteBuffer.wrap(result.getBytes(1))))
                        : Optional.empty();
            }
        }
    }

    /** A book has the cover of another one from now on. */
    public static void copy(Connection connection, long from, long to) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update book set picture = (select picture from book where id = ?) where id = ?")) {
            update.setLong(1, from);
            update.setLong(2, to);
            update.executeUpdate();
        }
    }

    /** The book has this cover from now on. */
    public static void put(Connection connection, long book, Optional<CoverSizes> cover) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update book set picture = ? where id = ?")) {
            if (cover.isPresent()) {
                update.setLong(1, picture(connection, cover.get()));
            } else {
                update.setNull(1, Types.INTEGER);
            }
            update.setLong(2, book);
            update.executeUpdate();
        }
    }

    private static long picture(Connection connection, CoverSizes cover) throws SQLException {
        byte[] small = bytes(cover.small());
        String digest = digest(bytes(cover.best()));
        try (PreparedStatement query = connection.prepareStatement("select id from picture where digest = ?")) {
            query.setString(1, digest);
            try (ResultSet result = query.executeQuery()) {
                if (result.next()) {
                    return result.getLong(1);
                }
            }
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into picture (digest, small, large) values (?, ?, ?) returning id")) {
            insert.setString(1, digest);
            insert.setBytes(2, small);
            insert.setBytes(3, cover.large().map(CoverTable::bytes).orElse(null));
            try (ResultSet result = insert.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    /** Deletes the pictures that no book has. */
    public static boolean removeUnused(Connection connection) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "delete from picture where id not in (select picture from book where picture is not null)")) {
            return delete.executeUpdate() > 0;
        }
    }

    private static byte[] bytes(Cover cover) {
        byte[] image = new byte[cover.image().remaining()];
        cover.image().get(image);
        return image;
    }

    private static String digest(byte[] image) {
        MessageDigest sha256 = Digests.newSha256();
        return HexFormat.of().formatHex(sha256.digest(image), 0, DIGEST_BYTES);
    }
}
