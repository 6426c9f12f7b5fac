package netreader.catalogue.internal.shelf;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import netreader.catalogue.internal.store.BookNames;
import netreader.catalogue.internal.store.BookTable;
import netreader.catalogue.internal.store.Counters;

/**
 * What is on the shelf, as it is sorted, counted and looked for: derived from the rows of books, and brought up to them by
 * their revisions at the end of each transaction that writes. Whoever changes a book's row gives it a new revision, and
 * need not know of this. One transaction.
 */
public final class ShelfTable implements AutoCloseable {
    private static final String INDEXED = "indexed";

    private final PreparedStatement old;
    private final PreparedStatement insert;
    private final PreparedStatement update;
    private final PreparedStatement remove;
    private final PreparedStatement putMarks;
    private final PreparedStatement removeMarks;
    private final ShelfCounts counts;
    /** The greatest id on the shelf before. */
    private final long last;

    private ShelfTable(Connection connection) throws SQLException {
        old = connection.prepareStatement(
                "select folder, format, title, author, added, size, text from shelf where book = ?");
        // Not "insert or replace": for that SQLite has the index of marks written to the disk with each row.
        insert = connection.prepareStatement("""
                insert into shelf (folder, format, title, author, name, added, size, text, book)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""");
        update = connection.prepareStatement("""
                update shelf set folder = ?, format = ?, title = ?, author = ?, name = ?, added = ?, size = ?, text = ?
                where book = ?""");
        remove = connection.prepareStatement("delete from shelf where book = ?");
        putMarks = connection.prepareStatement("insert into shelf_mark (rowid, marks) values (?, ?)");
        removeMarks = connection.prepareStatement("delete from shelf_mark where rowid = ?");
        counts = new ShelfCounts(connection);
        try (PreparedStatement greatest = connection.prepareStatement("select coalesce(max(book), 0) from shelf");
                ResultSet row = greatest.executeQuery()) {
            last = row.getLong(1);
        }
    }

    /** A book as it is to be found; all but its id and its place in the library. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Entry(long folder, String format, byte[] title, byte[] author, long added, long size, String text) {
        /** The name of a book with the same text may differ in case. */
        boolean sameAs(Entry other) {
            return folder == other.folder
                    && format.equals(other.format)
                    && added == other.added
                    && size == other.size
                    && text.equals(other.text)
                    && Arrays.equals(title, other.title)
                    && Arrays.equals(author, other.author);
        }
    }

    /** Whether there are books that {@link #catchUp} would take in. */
    public static boolean isBehind(Connection connection) throws SQLException {
        return Counters.value(connection, INDEXED) < Counters.revision(connection);
    }

    /** Takes in all that has changed since the last call. Returns whether that was anything. */
    public static boolean catchUp(Connection connection) throws SQLException {
        return catchUp(connection, Integer.MAX_VALUE);
    }

    /**
     * Takes in what has changed since the last call.
     *
     * @param most about so many books; the rest is left to the next calls
     * @return whether that was anything
     */
    public static boolean catchUp(Connection connection, int most) throws SQLException {
        long indexed = Counters.value(connection, INDEXED);
        long revision = Counters.revision(connection);
        if (indexed == revision) {
            return false;
        }
        long from = indexed < revision ? indexed : 0; // else the file is a backup that was put back
        long to = Math.min(revision, end(connection, from, most));
        try (ShelfTable shelf = new ShelfTable(connection);
                PreparedStatement changed = connection.prepareStatement("""
                        select id, name, format, title, authors, added, size, gone from book
                        where revision > ? and revision <= ? order by revision""")) {
            changed.setLong(1, from);
            changed.setLong(2, to);
            try (ResultSet book = changed.executeQuery()) {
                while (book.next()) {
                    shelf.take(book);
                }
            }
            shelf.counts.write();
        }
        Counters.set(connection, INDEXED, to);
        return true;
    }

    /** The revision up to which there are so many books. */
    private static long end(Connection connection, long from, int books) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select revision from book where revision > ? order by revision limit 1 offset ?")) {
            query.setLong(1, from);
            query.setInt(2, books);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : Long.MAX_VALUE;
            }
        }
    }

    private void take(ResultSet book) throws SQLException {
        long id = book.getLong(1);
        Entry before = id > last ? null : old(id);
        if (book.getBoolean(8)) {
            if (before != null) {
                remove(id, before);
            }
            return;
        }
        String name = book.getString(2);
        String title = book.getString(4);
        List<String> authors = BookTable.authors(book.getString(5));
        Entry now = new Entry(
                counts.folder(BookNames.parent(name)),
                book.getString(3),
                SortKey.of(title),
                authors.isEmpty() ? new byte[0] : SortKey.of(authors.get(0)),
                book.getLong(6),
                book.getLong(7),
                SearchText.of(name, title, authors));
        if (before == null || !before.sameAs(now)) {
            put(id, name, before, now);
        }
    }

    private Entry old(long id) throws SQLException {
        old.setLong(1, id);
        try (ResultSet row = old.executeQuery()) {
            return row.next()
                    ? new Entry(
                            row.getLong(1),
                            row.getString(2),
                            row.getBytes(3),
                            row.getBytes(4),
                            row.getLong(5),
                            row.getLong(6),
                            row.getString(7))
                    : null;
        }
    }

    private void put(long id, String name, Entry before, Entry now) throws SQLException {
        PreparedStatement put = before == null ? insert : update;
        put.setLong(1, now.folder());
        put.setString(2, now.format());
        put.setBytes(3, now.title());
        put.setBytes(4, now.author());
        put.setBytes(5, SortKey.ofPath(name));
        put.setLong(6, now.added());
        put.setLong(7, now.size());
        put.setString(8, now.text());
        put.setLong(9, id);
        put.executeUpdate();
        if (before != null) {
            counts.add(before.folder(), before.format(), -1);
        }
        counts.add(now.folder(), now.format(), 1);
        if (before != null) {
            removeMarks(id);
        }
        putMarks.setLong(1, id);
        putMarks.setString(2, marks(name, now));
        putMarks.executeUpdate();
    }

    private String marks(String name, Entry book) throws SQLException {
        StringBuilder marks = new StringBuilder(8 * book.text().length());
        marks.append(Marks.ofFormat(book.format())).append(' ').append(Marks.ofStem(BookNames.stem(name)));
        for (long folder : counts.above(book.folder())) {
            marks.append(' ').append(Marks.ofFolder(folder));
        }
        Marks.addPairs(marks, book.text());
        return marks.toString();
    }

    private void remove(long id, Entry before) throws SQLException {
        remove.setLong(1, id);
        remove.executeUpdate();
        removeMarks(id);
        counts.add(before.folder(), before.format(), -1);
    }

    private void removeMarks(long id) throws SQLException {
        removeMarks.setLong(1, id);
        removeMarks.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : List.of(old, insert, update, remove, putMarks, removeMarks)) {
            statement.close();
        }
    }
}
