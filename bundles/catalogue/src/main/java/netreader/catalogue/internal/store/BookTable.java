package netreader.catalogue.internal.store;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueBook.Status;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.CatalogueException.Problem;
import netreader.catalogue.ShelfChanges;
import netreader.format.BookMetadata.Detail;
import netreader.format.Delivery;

/** Reads and writes the rows of books. On the database's thread. */
public final class BookTable {
    private static final Gson GSON = new Gson();
    private static final TypeToken<List<String>> AUTHORS = new TypeToken<>() {};
    private static final TypeToken<List<Detail>> DETAILS = new TypeToken<>() {};
    private static final TypeToken<Map<String, String>> SETTINGS = new TypeToken<>() {};

    private static final String SELECT = """
            select book.*, sha256, md5, picture.digest as cover
            from book left join content on content.id = book.content left join picture on picture.id = book.picture""";

    /** What {@link #row} reads, without what only a book by itself is asked for. */
    public static final String ROW = """
            book.id, book.name, book.size, version, sha256, md5, book.format, delivery, book.title, authors, language,
            pages, picture.digest, status, reason, book.added""";

    public static final int ROW_COLUMNS = 16;
    public static final String ROW_JOINS =
            " left join content on content.id = book.content left join picture on picture.id = book.picture";

    private BookTable() {}

    /**
     * How a book was read.
     *
     * @param version of the file
     * @param provider of the format: its build
     */
    public record ReadAs(String version, Map<String, String> settings, String provider) {}

    public static CatalogueBook book(Connection connection, long id) throws SQLException, CatalogueException {
        try (PreparedStatement query = connection.prepareStatement(SELECT + " where book.id = ? and not gone")) {
            query.setLong(1, id);
            return one(query, id);
        }
    }

    private static CatalogueBook one(PreparedStatement query, long id) throws SQLException, CatalogueException {
        try (ResultSet result = query.executeQuery()) {
            if (!result.next()) {
                throw new CatalogueException(Problem.NOT_FOUND, "There is no book with the number " + id);
            }
            return read(result);
        }
    }

    /** The format of a book that is not on the shelf any more; empty if it never was. */
    public static Optional<String> formatOfGone(Connection connection, long id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select format from book where id = ? and gone")) {
            query.setLong(1, id);
            try (ResultSet result = query.executeQuery()) {
                return result.next() ? Optional.of(result.getString(1)) : Optional.empty();
            }
        }
    }

    /** A book that is on the shelf, or was. */
    public static CatalogueBook everKnown(Connection connection, long id) throws SQLException, CatalogueException {
        try (PreparedStatement query = connection.prepareStatement(SELECT + " where book.id = ?")) {
            query.setLong(1, id);
            return one(query, id);
        }
    }

    /** The book that is not on the shelf any more and had a number or a name, whichever is meant; else none. */
    public static Optional<Long> goneBook(Connection connection, String numberOrName) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select id from book where gone = 1 and (cast(id as text) = ?1 or name = ?1
                    or (name > ?1 || '//' and name < ?1 || '/0'))
                order by cast(id as text) = ?1 desc, content is null, revision desc limit 1""")) {
            query.setString(1, numberOrName);
            try (ResultSet result = query.executeQuery()) {
                return result.next() ? Optional.of(result.getLong(1)) : Optional.empty();
            }
        }
    }

    public static Optional<CatalogueBook> bookNamed(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SELECT + " where name = ? and not gone")) {
            query.setString(1, name);
            try (ResultSet result = query.executeQuery()) {
                return result.next() ? Optional.of(read(result)) : Optional.empty();
            }
        }
    }

    public static List<CatalogueBook> booksWithStem(Connection connection, String stem) throws SQLException {
        List<CatalogueBook> books = new ArrayList<>();
        // Between "stem." and "stem/", the character after the dot: a range of the index on names.
        try (PreparedStatement query = connection.prepareStatement(SELECT + " " + """
                where name > ?1 || '.' and name < ?1 || '/' and not gone
                    and substr(name, length(?1) + 2) not glob '*[./]*' order by name""")) {
            query.setString(1, stem);
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    books.add(read(result));
                }
            }
        }
        return books;
    }

    public static ShelfChanges changesSince(Connection connection, long revision, int limit) throws SQLException {
        List<CatalogueBook> books = new ArrayList<>();
        List<Long> removed = new ArrayList<>();
        long reached = revision;
        boolean more = false;
        // A reader that knows nothing needs not hear what has gone.
        String which = revision > 0 ? " where book.revision > ?" : " where book.revision > ? and not gone";
        try (PreparedStatement query = connection.prepareStatement("select " + ROW + ", revision, gone from book"
                + ROW_JOINS + which + " order by book.revision limit ?")) {
            query.setLong(1, revision);
            query.setInt(2, limit + 1);
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    if (books.size() + removed.size() == limit) {
                        more = true;
                        break;
                    }
                    reached = result.getLong(ROW_COLUMNS + 1);
                    if (result.getBoolean(ROW_COLUMNS + 2)) {
                        removed.add(result.getLong(1));
                    } else {
                        books.add(row(result));
                    }
                }
            }
        }
        return new ShelfChanges(books, removed, more ? reached : Counters.revision(connection), more);
    }

    /** What was chosen, as it stands in the table. */
    public static Map<String, String> settings(String json) {
        return GSON.fromJson(json, SETTINGS);
    }

    public static void putSettings(Connection connection, long id, Map<String, String> settings) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update book set settings = ?, revision = ? where id = ?")) {
            update.setString(1, json(settings));
            update.setLong(2, Counters.nextRevision(connection));
            update.setLong(3, id);
            update.executeUpdate();
            NoteTable.add(connection, id, "Settings chosen: " + json(settings));
        }
    }

    /** The books wait to be read, whatever is known of them. */
    public static void setPending(Connection connection, Collection<Long> ids) throws SQLException {
        try (Counters.Revisions revisions = new Counters.Revisions(connection);
                PreparedStatement update = connection.prepareStatement(
                        "update book set status = 'pending', reason = null, revision = ? where id = ?")) {
            for (long id : ids) {
                update.setLong(1, revisions.next());
                update.setLong(2, id);
                update.executeUpdate();
            }
        }
    }

    /** Equal settings are equal texts. */
    private static String json(Map<String, String> settings) {
        return GSON.toJson(new TreeMap<>(settings));
    }

    /**
     * Writes what was read from a file, unless the file or the settings have changed since, or its contents are not known
     * yet.
     */
    public static void putInspected(Connection connection, long id, ReadAs as, Inspection inspection)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update book set title = ?, authors = ?, language = ?, pages = ?, details = ?, status = ?, reason = ?,
                    provider = ?, revision = ?, read_at = cast(unixepoch('subsec') * 1000 as integer)
                where id = ? and version = ? and settings = ? and content is not null and not gone""")) {
            update.setString(1, inspection.title());
            update.setString(2, GSON.toJson(inspection.authors()));
            update.setString(3, inspection.language().orElse(null));
            update.setInt(4, inspection.pages());
            update.setString(5, GSON.toJson(inspection.details()));
            update.setString(6, inspection.reason().isPresent() ? "quarantined" : "ready");
            update.setString(7, inspection.reason().orElse(null));
            update.setString(8, as.provider());
            update.setLong(9, Counters.nextRevision(connection));
            update.setLong(10, id);
            update.setString(11, as.version());
            update.setString(12, json(as.settings()));
            if (update.executeUpdate() > 0) {
                CoverTable.put(connection, id, inspection.cover());
                if (inspection.reason().isPresent()) {
                    NoteTable.add(
                            connection,
                            id,
                            "Quarantined: " + inspection.reason().get());
                }
            }
        }
    }

    /** The SHA-256 of each content that a book has or had. */
    public static Set<String> digests(Connection connection) throws SQLException {
        Set<String> digests = new HashSet<>();
        try (PreparedStatement query = connection.prepareStatement(
                        "select sha256 from content where id in (select content from book)");
                ResultSet result = query.executeQuery()) {
            while (result.next()) {
                digests.add(result.getString(1));
            }
        }
        return digests;
    }

    /** The number of a content. */
    public static long content(Connection connection, Digests digests) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into content (sha256, md5) values (?, ?)
                on conflict (sha256) do update set md5 = excluded.md5 returning id""")) {
            insert.setString(1, digests.sha256());
            insert.setString(2, digests.md5());
            try (ResultSet result = insert.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private static CatalogueBook read(ResultSet result) throws SQLException {
        return new CatalogueBook(
                result.getLong("id"),
                result.getString("name"),
                result.getLong("size"),
                result.getString("version"),
                Optional.ofNullable(result.getString("sha256")),
                Optional.ofNullable(result.getString("md5")),
                result.getString("format"),
                Delivery.of(result.getString("delivery")).orElse(Delivery.FILE),
                result.getString("title"),
                authors(result.getString("authors")),
                Optional.ofNullable(result.getString("language")),
                result.getInt("pages"),
                Optional.ofNullable(result.getString("cover")),
                GSON.fromJson(result.getString("details"), DETAILS),
                GSON.fromJson(result.getString("settings"), SETTINGS),
                status(result),
                Optional.ofNullable(result.getString("reason")),
                result.getLong("added"));
    }

    /** A book of a list: without details and settings, and by the numbers of columns, which are many rows' time. */
    public static CatalogueBook row(ResultSet result) throws SQLException {
        return new CatalogueBook(
                result.getLong(1),
                result.getString(2),
                result.getLong(3),
                result.getString(4),
                Optional.ofNullable(result.getString(5)),
                Optional.ofNullable(result.getString(6)),
                result.getString(7),
                Delivery.of(result.getString(8)).orElse(Delivery.FILE),
                result.getString(9),
                authors(result.getString(10)),
                Optional.ofNullable(result.getString(11)),
                result.getInt(12),
                Optional.ofNullable(result.getString(13)),
                List.of(),
                Map.of(),
                Status.valueOf(result.getString(14).toUpperCase(Locale.ROOT)),
                Optional.ofNullable(result.getString(15)),
                result.getLong(16));
    }

    /** Almost all books have no author or one. */
    public static List<String> authors(String json) {
        if (json.equals("[]")) {
            return List.of();
        }
        int end = json.length() - 2;
        boolean one = json.startsWith("[\"") && json.indexOf('"', 2) == end && json.indexOf('\\') < 0;
        return one ? List.of(json.substring(2, end)) : GSON.fromJson(json, AUTHORS);
    }

    private static Status status(ResultSet result) throws SQLException {
        return Status.valueOf(result.getString("status").toUpperCase(Locale.ROOT));
    }
}
