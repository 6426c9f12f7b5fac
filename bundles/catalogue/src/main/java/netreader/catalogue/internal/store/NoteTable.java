package netreader.catalogue.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happened to a book, apart from being found and read: the last few things. On the database's thread. */
public final class NoteTable {
    private static final int KEPT = 20;
    private static final String GONE = "It is gone";

    private NoteTable() {}

    /** @param sentence without the book's name */
    public record Note(Instant at, String sentence) {}

    public static void add(Connection connection, long book, String sentence) throws SQLException {
        try (Writer writer = new Writer(connection)) {
            writer.add(book, sentence);
        }
    }

    /** Writes the notes of many books. */
    public static final class Writer implements AutoCloseable {
        private final PreparedStatement insert;
        private final PreparedStatement delete;
        private final long now = System.currentTimeMillis();

        public Writer(Connection connection) throws SQLException {
            insert = connection.prepareStatement("insert into note (book, at, sentence) values (?, ?, ?)");
            delete = connection.prepareStatement("""
                    delete from note where book = ?1 and id <=
                        (select id from note where book = ?1 order by id desc limit 1 offset ?2)""");
        }

        public void add(long book, String sentence) throws SQLException {
            insert.setLong(1, book);
            insert.setLong(2, now);
            insert.setString(3, sentence);
            insert.executeUpdate();
            delete.setLong(1, book);
            delete.setInt(2, KEPT);
            delete.executeUpdate();
        }

        /** @param why continues the sentence; empty if its file is simply not there any more */
        public void gone(long book, String why) throws SQLException {
            add(book, GONE + why);
        }

        @Override
        public void close() throws SQLException {
            insert.close();
            delete.close();
        }
    }

    /** Since when a book that has gone is gone; empty if that was not noted. */
    public static Optional<Instant> gone(List<Note> notes) {
        return notes.stream()
                .filter(note -> note.sentence().startsWith(GONE))
                .reduce((earlier, later) -> later)
                .map(Note::at);
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
