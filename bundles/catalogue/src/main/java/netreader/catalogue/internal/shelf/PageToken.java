package netreader.catalogue.internal.shelf;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Locale;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.CatalogueException.Problem;
import netreader.catalogue.ShelfQuery.Order;

/**
 * Where a page of the shelf ended: at the last book's key in the order, and its id. So the next page begins behind it,
 * whatever comes and goes.
 */
@SuppressWarnings("ArrayRecordComponent")
record PageToken(Order order, byte[] key, long book) {
    private static final int MAX_KEY_BYTES = 512;

    @Override
    public String toString() {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + key.length);
        bytes.putLong(book).put(key);
        return start(order) + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** A token of another order is none. */
    private static String start(Order order) {
        return order.name().toLowerCase(Locale.ROOT) + ".";
    }

    /** @throws CatalogueException BAD_QUERY if the text is not that of a page in this order */
    static PageToken parse(String text, Order order) throws CatalogueException {
        String start = start(order);
        if (text.startsWith(start)) {
            try {
                ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text.substring(start.length())));
                int keyLength = bytes.remaining() - Long.BYTES;
                if (isNumber(order) ? keyLength == Long.BYTES : keyLength >= 0 && keyLength <= MAX_KEY_BYTES) {
                    long book = bytes.getLong();
                    byte[] key = new byte[keyLength];
                    bytes.get(key);
                    return new PageToken(order, key, book);
                }
            } catch (IllegalArgumentException e) {
                // It is no Base64.
            }
        }
        throw new CatalogueException(
                Problem.BAD_QUERY,
                "A page begins where the one before it has ended, not at \"" + shortened(text) + "\"");
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private static boolean isNumber(Order order) {
        return order == Order.ADDED || order == Order.SIZE;
    }

    /** @param column of the key */
    static PageToken of(Order order, ResultSet row, int column, long book) throws SQLException {
        byte[] key = isNumber(order)
                ? ByteBuffer.allocate(Long.BYTES).putLong(row.getLong(column)).array()
                : row.getBytes(column);
        return new PageToken(order, key, book);
    }

    /** The key as the database has it: a number or bytes. */
    Object value() {
        return isNumber(order) ? (Object) ByteBuffer.wrap(key).getLong() : key;
    }
}
