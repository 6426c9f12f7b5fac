package netreader.catalogue.internal.positions;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import netreader.catalogue.Place;
import netreader.catalogue.Position;
import netreader.catalogue.Reader;
import netreader.catalogue.internal.store.Counters;
import netreader.catalogue.internal.store.FileNameTitle;
import netreader.format.Delivery;

/** Finds in the catalogue what the file with the readers' places remembers. On the catalogue's thread. */
public final class PositionMatch {
    private static final String BY_NAME = "select id from book where name = ?";
    private static final String BY_CONTENT = """
            select book.id from book join content on content.id = book.content where sha256 = ?
            order by gone, book.id""";

    private PositionMatch() {}

    /** What is to be remembered of the books that there are; no answer for others. */
    static List<PositionBooks.Remembered> describe(Connection catalogue, Collection<Long> ids) throws SQLException {
        List<PositionBooks.Remembered> books = new ArrayList<>();
        try (PreparedStatement query = catalogue.prepareStatement("""
                select name, size, sha256 from book left join content on content.id = book.content
                where book.id = ?""")) {
            for (long id : ids) {
                query.setLong(1, id);
                try (ResultSet result = query.executeQuery()) {
                    if (result.next()) {
                        books.add(new PositionBooks.Remembered(
                                id, result.getString(1), result.getLong(2), Optional.ofNullable(result.getString(3))));
                    }
                }
            }
        }
        return books;
    }

    static PositionBooks.State state(Connection catalogue) throws SQLException {
        return new PositionBooks.State(Counters.identity(catalogue), Counters.revision(catalogue));
    }

    /** Whether there is, or was, a book of that number. */
    public static boolean exists(Connection catalogue, long id) throws SQLException {
        try (PreparedStatement query = catalogue.prepareStatement("select 1 from book where id = ?")) {
            query.setLong(1, id);
            try (ResultSet result = query.executeQuery()) {
                return result.next();
            }
        }
    }

    /**
     * The catalogue's numbers for the books, by their remembered ones: of the book of the same name, else of the same
     * contents. A book that is not there gets a row as one that has gone, so that the scan finds it as it finds others.
     */
    static Map<Long, Long> numbers(Connection catalogue, List<PositionBooks.Remembered> books) throws SQLException {
        Map<Long, Long> numbers = new HashMap<>();
        Set<Long> taken = new HashSet<>();
        for (PositionBooks.Remembered book : books) {
            first(catalogue, BY_NAME, book.name(), taken).ifPresent(id -> {
                numbers.put(book.id(), id);
                taken.add(id);
            });
        }
        for (PositionBooks.Remembered book : books) {
            if (!numbers.containsKey(book.id())) {
                OptionalLong same = book.sha256().isPresent()
                        ? first(catalogue, BY_CONTENT, book.sha256().get(), taken)
                        : OptionalLong.empty();
                long id = same.isPresent() ? same.getAsLong() : putGone(catalogue, book);
                numbers.put(book.id(), id);
                taken.add(id);
            }
        }
        return numbers;
    }

    private static OptionalLong first(Connection catalogue, String sql, String value, Set<Long> taken)
            throws SQLException {
        try (PreparedStatement query = catalogue.prepareStatement(sql)) {
            query.setString(1, value);
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    if (!taken.contains(result.getLong(1))) {
                        return OptionalLong.of(result.getLong(1));
                    }
                }
            }
        }
        return OptionalLong.empty();
    }

    /** No reader hears of the row, so the revision stays: a new catalogue still waits for its first look. */
    private static long putGone(Connection catalogue, PositionBooks.Remembered book) throws SQLException {
        try (PreparedStatement insert = catalogue.prepareStatement("""
                insert into book (id, name, size, mtime, version, content, format, delivery, title, authors, pages,
                    details, settings, status, gone, revision)
                values (?, ?, ?, 0, '', ?, '', ?, ?, '[]', 0, '[]', '{}', 'pending', 1, 0) returning id""")) {
            if (exists(catalogue, book.id())) {
                insert.setNull(1, Types.INTEGER);
            } else {
                insert.setLong(1, book.id());
            }
            insert.setString(2, book.name());
            insert.setLong(3, book.size());
            if (book.sha256().isPresent()) {
                insert.setLong(4, content(catalogue, book.sha256().get()));
            } else {
                insert.setNull(4, Types.INTEGER);
            }
            insert.setString(5, Delivery.FILE.wireName());
            insert.setString(6, FileNameTitle.of(book.name()).title());
            try (ResultSet result = insert.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    /** The MD5 comes when the contents are read again. */
    private static long content(Connection catalogue, String sha256) throws SQLException {
        try (PreparedStatement insert = catalogue.prepareStatement("""
                insert into content (sha256, md5) values (?, '')
                on conflict (sha256) do update set sha256 = excluded.sha256 returning id""")) {
            insert.setString(1, sha256);
            try (ResultSet result = insert.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    /** The places that an older version has kept in the catalogue itself. */
    static List<PositionTable.Row> formerPositions(Connection catalogue) throws SQLException {
        List<PositionTable.Row> rows = new ArrayList<>();
        try (PreparedStatement query = catalogue.prepareStatement(
                        "select reader, device, book, anchor, fraction, sequence from position");
                ResultSet result = query.executeQuery()) {
            while (result.next()) {
                rows.add(new PositionTable.Row(
                        result.getLong("book"),
                        new Position(
                                new Reader(result.getString("reader"), result.getString("device")),
                                new Place(result.getLong("anchor"), result.getDouble("fraction")),
                                Positions.UNKNOWN_TIME,
                                Positions.FIRST_COUNT,
                                result.getLong("sequence"))));
            }
        }
        return rows;
    }

    static void deleteFormerPositions(Connection catalogue) throws SQLException {
        try (PreparedStatement delete = catalogue.prepareStatement("delete from position")) {
            delete.executeUpdate();
        }
    }
}
