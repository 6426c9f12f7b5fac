package netreader.catalogue.internal.scan;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netreader.catalogue.internal.scan.ScanTable.Move;
import netreader.catalogue.internal.scan.ScanTable.Row;
import netreader.catalogue.internal.store.BookNames;
import netreader.catalogue.internal.store.BookTable;
import netreader.catalogue.internal.store.Counters;
import netreader.catalogue.internal.store.CoverTable;
import netreader.catalogue.internal.store.Digests;
import netreader.catalogue.internal.store.FileNameTitle;
import netreader.format.Delivery;

/** The rows of books that wait to be read, and what is known of their contents already. On the database's thread. */
final class PendingTable {
    private static final Gson GSON = new Gson();
    private static final TypeToken<Map<String, String>> SETTINGS = new TypeToken<>() {};
    private static final int MAX_ALIKE = 64;

    private PendingTable() {}

    /**
     * A book that waits.
     *
     * @param settings as they stand in the table
     * @param provider of the format that has read it before; empty if none has
     * @param content the number of its content; 0 if that is not known
     * @param pictured whether a picture lies beside it, which is its own cover
     */
    record Pending(Found found, long id, String settings, String provider, long content, boolean pictured) {
        Map<String, String> settingsByName() {
            return GSON.fromJson(settings, SETTINGS);
        }

        String name() {
            return found.name();
        }
    }

    /**
     * Some books that wait, in the order of their numbers.
     *
     * @param after the number of the last one before
     */
    static List<Pending> some(Connection connection, Delivery delivery, long after, int limit) throws SQLException {
        List<Pending> some = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select id, name, size, mtime, file_key, format, settings, coalesce(provider, ''), coalesce(content, 0),
                    beside <> ''
                from book where status = 'pending' and gone = 0 and delivery = ? and id > ? order by id limit ?""")) {
            query.setString(1, delivery.wireName());
            query.setLong(2, after);
            query.setInt(3, limit);
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    Found found = new Found(
                            result.getString(2),
                            result.getLong(3),
                            result.getLong(4),
                            result.getLong(5),
                            result.getString(6),
                            delivery);
                    some.add(new Pending(
                            found,
                            result.getLong(1),
                            result.getString(7),
                            result.getString(8),
                            result.getLong(9),
                            result.getBoolean(10)));
                }
            }
        }
        return some;
    }

    /** Writes what a file holds, unless it is another file by now. Returns the number of the content. */
    static Optional<Long> putContent(Connection connection, Pending book, Digests digests) throws SQLException {
        long content = BookTable.content(connection, digests);
        try (PreparedStatement update = connection.prepareStatement("""
                update book set content = ? where id = ? and version = ? and gone = 0 and status = 'pending'""")) {
            update.setLong(1, content);
            update.setLong(2, book.id());
            update.setString(3, book.found().version());
            return update.executeUpdate() > 0 ? Optional.of(content) : Optional.empty();
        }
    }

    /**
     * If a book that has gone had the same content, it is back under the name of this one, which nobody has read yet. Of
     * one that only the readers' places remember the format is not known.
     * Returns whether that is so.
     */
    static boolean comesBackAs(Connection connection, Pending book, long content) throws SQLException {
        List<Row> gone = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select id, name, size, mtime, file_key, format, beside
                from book indexed by book_gone where content = ? and gone = 1 and format in (?, '') limit ?""")) {
            query.setLong(1, content);
            query.setString(2, book.found().format());
            query.setInt(3, MAX_ALIKE);
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    gone.add(new Row(
                            result.getLong(1),
                            result.getString(2),
                            result.getLong(3),
                            result.getLong(4),
                            result.getLong(5),
                            result.getString(6),
                            result.getString(7),
                            true));
                }
            }
        }
        Optional<Row> same = gone.size() < MAX_ALIKE ? Moves.nearest(gone, book.name()) : Optional.empty();
        if (same.isEmpty()) {
            return false;
        }
        Found found = book.found();
        Row newcomer =
                new Row(book.id(), found.name(), found.size(), found.mtime(), found.key(), found.format(), "", false);
        ScanTable.move(connection, List.of(new Move(same.get(), found)), List.of(newcomer));
        ScanNotes.moved(connection, List.of(new Move(same.get(), found)), List.of());
        ScanNotes.tookOver(connection, newcomer, same.get());
        try (PreparedStatement update = connection.prepareStatement("update book set content = null where id = ?")) {
            update.setLong(1, book.id()); // it never was a book
            update.executeUpdate();
        }
        return true;
    }

    /**
     * Copies what was read of the same content in another place, if the same format has read it in the same way.
     *
     * @param provider of the format as it is installed
     * @return whether there is such a book
     */
    static boolean copyFacts(Connection connection, Pending book, long content, String provider) throws SQLException {
        long twin;
        String twinName;
        try (PreparedStatement query = connection.prepareStatement("""
                select id, name from book indexed by book_content
                where content = ? and status in ('ready', 'quarantined') and format = ? and provider = ?
                    and settings = ? and id <> ? and beside = '' and cover_due = 0 limit 1""")) {
            query.setLong(1, content);
            query.setString(2, book.found().format());
            query.setString(3, provider);
            query.setString(4, book.settings());
            query.setLong(5, book.id());
            try (ResultSet result = query.executeQuery()) {
                if (!result.next()) {
                    return false;
                }
                twin = result.getLong(1);
                twinName = result.getString(2);
            }
        }
        FileNameTitle theirs = FileNameTitle.of(BookNames.ofFile(twinName));
        FileNameTitle ours = FileNameTitle.of(book.name());
        try (PreparedStatement update = connection.prepareStatement("""
                update book set title = iif(twin.title = ?1, ?2, twin.title),
                    authors = iif(twin.authors = ?3, ?4, twin.authors), language = twin.language, pages = twin.pages,
                    details = twin.details, status = twin.status, reason = twin.reason, provider = twin.provider,
                    read_at = twin.read_at, revision = ?5
                from (select * from book where id = ?6) as twin where book.id = ?7""")) {
            update.setString(1, theirs.title());
            update.setString(2, ours.title());
            update.setString(3, GSON.toJson(theirs.authors()));
            update.setString(4, GSON.toJson(ours.authors()));
            update.setLong(5, Counters.nextRevision(connection));
            update.setLong(6, twin);
            update.setLong(7, book.id());
            update.executeUpdate();
        }
        CoverTable.copy(connection, twin, book.id());
        return true;
    }
}
