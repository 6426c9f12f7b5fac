package netreader.catalogue.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What happened to a book, apart from being found and read: the last few things. On the database's thread. */
public final class NoteTable {
    private static final int KEPT = 20;

    private NoteTable() {}

    /** @param sentence without the book's name */
    public record Note(Instant at, String sentence) {}

    public static void add(Connection connection, long book, String sentence) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into note (book, at, sentence) values (?, ?, ?)")) {
            insert.setLong(1, book);
            insert.setLong(2, System.currentTimeMillis());
            insert.setString(3, sentence);
            insert.executeUpdate();
        }
        try (PreparedStatement delete = connection.prepareStatement("""
                delete from note where book = ?1 and id <=
                    (select id from note where book = ?1 order by id desc limit 1 offset ?2)""")) {
            delete.setLong(1, book);
            delete.setInt(2, KEPT);
            delete.executeUpdate();
        }
    }

    /** The oldest first. */
    public static List<Note> of(Connection connection, long book) throws SQLException {
        List<Note> notes = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement("select at, sentence from note where book = ? order by id")) {
            query.setLong(1, book);
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    notes.add(new Note(Instant.ofEpochMilli(result.getLong(1)), result.getString(2)));
                }
            }
        }
        return notes;
    }
}
