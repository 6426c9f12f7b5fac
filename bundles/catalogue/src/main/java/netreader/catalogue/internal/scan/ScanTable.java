package netreader.catalogue.internal.scan;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import netreader.catalogue.internal.store.BookNames;
import netreader.catalogue.internal.store.Counters;
import netreader.catalogue.internal.store.FileNameTitle;
import netreader.format.registry.FormatInfo;

/** The rows of books as a look at the library compares and writes them. On the database's thread. */
public final class ScanTable {
    private static final Gson GSON = new Gson();
    private static final TypeToken<List<String>> AUTHORS = new TypeToken<>() {};
    private static final String SELECT = "select id, name, size, mtime, file_key, format, beside, gone from book";

    private ScanTable() {}

    /**
     * What is compared with a file.
     *
     * @param name another one than its file had, if the row has gone and the name is taken
     * @param key as {@link Found#key}
     * @param picture as {@link Beside#text}
     */
    public record Row(
            long id, String name, long size, long mtime, long key, String format, String picture, boolean gone) {
        boolean isOf(Found file) {
            return size == file.size() && mtime == file.mtime() && format.equals(file.format());
        }
    }

    /** A row that goes with its file to another name. */
    record Move(Row row, Found to) {}

    public static Map<String, Row> all(Connection connection) throws SQLException {
        Map<String, Row> rows = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(SELECT)) {
            read(query, rows);
        }
        return rows;
    }

    static Map<String, Row> gone(Connection connection) throws SQLException {
        Map<String, Row> rows = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(SELECT + " where gone = 1")) {
            read(query, rows);
        }
        return rows;
    }

    /**
     * Adds the rows of a folder.
     *
     * @param deep with all that is below it
     */
    static void addIn(Connection connection, String folder, boolean deep, Map<String, Row> rows) throws SQLException {
        String prefix = BookNames.prefix(folder);
        String range = folder.isEmpty() ? "gone = 0 and ?1 = ''" : "gone = 0 and name > ?1 and name < ?2";
        String direct = deep ? "" : " and instr(substr(name, length(?1) + 1), '/') = 0";
        try (PreparedStatement query = connection.prepareStatement(SELECT + " where " + range + direct)) {
            query.setString(1, prefix);
            if (!folder.isEmpty()) {
                query.setString(2, folder + '0'); // the character after the slash
            }
            read(query, rows);
        }
    }

    private static void read(PreparedStatement query, Map<String, Row> rows) throws SQLException {
        Map<String, String> texts = new HashMap<>(); // a text once, however many rows have it
        try (ResultSet result = query.executeQuery()) {
            while (result.next()) {
                Row row = new Row(
                        result.getLong(1),
                        result.getString(2),
                        result.getLong(3),
                        result.getLong(4),
                        result.getLong(5),
                        texts.computeIfAbsent(result.getString(6), format -> format),
                        texts.computeIfAbsent(result.getString(7), picture -> picture),
                        result.getBoolean(8));
                rows.put(row.name(), row);
            }
        }
    }

    /**
     * Writes new and changed files as pending books.
     *
     * @param now in milliseconds since 1970
     */
    public static void putFound(Connection connection, Collection<Found> files, long now) throws SQLException {
        try (Counters.Revisions revisions = new Counters.Revisions(connection);
                PreparedStatement insert = connection.prepareStatement("""
                        insert into book (name, size, mtime, file_key, version, format, delivery, title, authors,
                            pages, details, settings, status, gone, revision, added, beside)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '[]', '{}', 'pending', 0, ?, ?, ?)
                        on conflict (name) do update set size = excluded.size, mtime = excluded.mtime,
                            file_key = excluded.file_key, version = excluded.version, format = excluded.format,
                            delivery = excluded.delivery, content = null, status = 'pending', reason = null, gone = 0,
                            beside = excluded.beside, revision = excluded.revision""")) {
            for (Found file : files) {
                FileNameTitle title = FileNameTitle.of(file.name());
                insert.setString(1, file.name());
                insert.setLong(2, file.size());
                insert.setLong(3, file.mtime());
                insert.setLong(4, file.key());
                insert.setString(5, file.version());
                insert.setString(6, file.format());
                insert.setString(7, file.delivery().wireName());
                insert.setString(8, title.title());
                insert.setString(9, GSON.toJson(title.authors()));
                insert.setLong(10, revisions.next());
                insert.setLong(11, now);
                insert.setString(12, file.picture().text());
                insert.executeUpdate();
            }
        }
    }

    public static void setGone(Connection connection, Collection<Row> rows, boolean gone) throws SQLException {
        mark(connection, rows, gone);
        ScanNotes.gone(connection, rows, gone);
    }

    private static void mark(Connection connection, Collection<Row> rows, boolean gone) throws SQLException {
        try (Counters.Revisions revisions = new Counters.Revisions(connection);
                PreparedStatement update =
                        connection.prepareStatement("update book set gone = ?, revision = ? where id = ?")) {
            for (Row row : rows) {
                update.setBoolean(1, gone);
                update.setLong(2, revisions.next());
                update.setLong(3, row.id());
                update.executeUpdate();
            }
        }
    }

    /** Keeps what files are known by, where the rows do not tell yet; that is no news for readers. */
    static void putKeys(Connection connection, Collection<Move> files) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update book set file_key = ? where id = ?")) {
            for (Move file : files) {
                update.setLong(1, file.to().key());
                update.setLong(2, file.row().id());
                update.executeUpdate();
            }
        }
    }

    /** Keeps which pictures lie beside books now; their covers are to be made again. */
    static void putPictures(Connection connection, Collection<Move> files) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update book set beside = ?, cover_due = 1 where id = ?")) {
            for (Move file : files) {
                update.setString(1, file.to().picture().text());
                update.setLong(2, file.row().id());
                update.executeUpdate();
            }
        }
    }

    /**
     * Rows go with their files to other names, which may be those of other rows.
     *
     * @param displaced rows whose names are taken, and that go nowhere themselves: they are gone
     */
    static void move(Connection connection, Collection<Move> moves, Collection<Row> displaced) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update book set name = ? where id = ?")) {
            for (Move move : moves) {
                setName(update, move.row());
            }
            for (Row row : displaced) {
                setName(update, row);
            }
        }
        mark(connection, displaced, true);
        try (Counters.Revisions revisions = new Counters.Revisions(connection);
                PreparedStatement update = connection.prepareStatement("""
                        update book set name = ?, size = ?, mtime = ?, file_key = ?, version = ?, title = ?, authors = ?,
                            gone = 0, revision = ?, format = ?, delivery = ? where id = ?""")) {
            for (Move move : moves) {
                Found to = move.to();
                FileNameTitle title = title(connection, move);
                update.setString(1, to.name());
                update.setLong(2, to.size());
                update.setLong(3, to.mtime());
                update.setLong(4, to.key());
                update.setString(5, to.version());
                update.setString(6, title.title());
                update.setString(7, GSON.toJson(title.authors()));
                update.setLong(8, revisions.next());
                update.setString(9, to.format());
                update.setString(10, to.delivery().wireName());
                update.setLong(11, move.row().id());
                update.executeUpdate();
            }
        }
    }

    private static void setName(PreparedStatement update, Row row) throws SQLException {
        update.setString(1, BookNames.ofGone(row.name(), row.id()));
        update.setLong(2, row.id());
        update.executeUpdate();
    }

    /** What a book is called by its old name, it is called by the new one; what it says itself stays. */
    private static FileNameTitle title(Connection connection, Move move) throws SQLException {
        FileNameTitle before = FileNameTitle.of(BookNames.ofFile(move.row().name()));
        FileNameTitle after = FileNameTitle.of(move.to().name());
        try (PreparedStatement query = connection.prepareStatement("select title, authors from book where id = ?")) {
            query.setLong(1, move.row().id());
            try (ResultSet result = query.executeQuery()) {
                result.next();
                String title = result.getString(1);
                List<String> authors = GSON.fromJson(result.getString(2), AUTHORS);
                return new FileNameTitle(
                        title.equals(before.title()) ? after.title() : title,
                        authors.equals(before.authors()) ? after.authors() : authors);
            }
        }
    }

    /**
     * The books that another build of their format could not read, or of which it found no page, as it was too costly: what
     * one cannot, the next perhaps can.
     */
    static List<Long> givenUpByOthers(Connection connection, List<FormatInfo> formats) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select id from book
                where (status = 'quarantined' or (status = 'ready' and pages = 0))
                and format = ? and gone = 0 and coalesce(provider, '') <> ?""")) {
            for (FormatInfo format : formats) {
                query.setString(1, format.name());
                query.setString(2, format.build());
                try (ResultSet result = query.executeQuery()) {
                    while (result.next()) {
                        ids.add(result.getLong(1));
                    }
                }
            }
        }
        return ids;
    }
}
