package netreader.catalogue.internal.shelf;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import netreader.catalogue.internal.store.BookNames;

/**
 * How many books are on the shelf in each folder, those in the folders in it counted as well, and of each format. What
 * changes in a transaction is collected and written at its end. One transaction.
 */
final class ShelfCounts {
    private static final int MAX_FOLDERS_KNOWN = 10_000;

    private final Connection connection;
    private final Map<String, Long> ids = new HashMap<>();
    private final Map<Long, List<Long>> above = new HashMap<>();
    private final Map<Long, Long> inFolder = new HashMap<>();
    private final Map<String, Long> ofFormat = new HashMap<>();

    ShelfCounts(Connection connection) {
        this.connection = connection;
    }

    /** The id of a folder, which is made if it is new. */
    long folder(String path) throws SQLException {
        Long known = ids.get(path);
        if (known != null) {
            return known;
        }
        if (ids.size() >= MAX_FOLDERS_KNOWN) {
            ids.clear();
        }
        long id = find(path);
        if (id == 0) {
            id = make(path);
        }
        ids.put(path, id);
        return id;
    }

    /** The folders of which a book in a folder is counted: that one, and those above it but for the library. */
    List<Long> above(long folder) throws SQLException {
        List<Long> known = above.get(folder);
        if (known != null) {
            return known;
        }
        if (above.size() >= MAX_FOLDERS_KNOWN) {
            above.clear();
        }
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("""
                with recursive above (id) as (
                    values (?) union all select parent from folder join above using (id) where parent > 0)
                select id from above where id > 1""")) {
            query.setLong(1, folder);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
            }
        }
        above.put(folder, ids);
        return ids;
    }

    private long find(String path) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select id from folder where path = ?")) {
            query.setString(1, path);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** The library itself is in no folder. */
    private long make(String path) throws SQLException {
        long parent = path.isEmpty() ? 0 : folder(BookNames.parent(path));
        try (PreparedStatement insert =
                connection.prepareStatement("insert into folder (path, parent, books) values (?, ?, 0) returning id")) {
            insert.setString(1, path);
            insert.setLong(2, parent);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    void add(long folder, String format, long books) {
        inFolder.merge(folder, books, Long::sum);
        ofFormat.merge(format, books, Long::sum);
    }

    void write() throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                with recursive above (id) as (
                    values (?) union all select parent from folder join above using (id) where parent > 0)
                update folder set books = books + ? where id in above""")) {
            for (Map.Entry<Long, Long> folder : inFolder.entrySet()) {
                update.setLong(1, folder.getKey());
                update.setLong(2, folder.getValue());
                update.executeUpdate();
            }
        }
        try (PreparedStatement update = connection.prepareStatement("""
                insert into shelf_format (format, books) values (?, ?)
                on conflict (format) do update set books = books + excluded.books""")) {
            for (Map.Entry<String, Long> format : ofFormat.entrySet()) {
                update.setString(1, format.getKey());
                update.setLong(2, format.getValue());
                update.executeUpdate();
            }
        }
    }
}
