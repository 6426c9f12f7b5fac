package netreader.catalogue.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.Position;
import netreader.catalogue.internal.positions.PositionLine;
import netreader.catalogue.internal.store.BookNames;
import netreader.catalogue.internal.store.NoteTable;
import netreader.format.BookMetadata.Detail;

/** Explains what is known of a book and how that came about. One thread. */
final class Why {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final List<Line> lines = new ArrayList<>();

    /** What is known of one thing; names may repeat. */
    record Line(String name, String value) {}

    /**
     * On the database's thread.
     *
     * @param book which may have gone
     * @param open how many have it open as a text
     */
    static List<Line> of(Connection connection, CatalogueBook book, List<Position> positions, int open)
            throws SQLException {
        Why why = new Why();
        List<NoteTable.Note> notes = NoteTable.of(connection, book.id());
        why.line("Book", book.id() + "  " + BookNames.ofFile(book.name()));
        why.line("Title", book.title() + (book.authors().isEmpty() ? "" : " - " + String.join(", ", book.authors())));
        why.file(connection, book);
        why.line("Status", status(connection, book, notes));
        for (Detail detail : book.details()) {
            why.line(detail.name(), detail.value());
        }
        new TreeMap<>(book.settings()).forEach((name, value) -> why.line("Set: " + name, value));
        why.contents(connection, book);
        why.line("Cover", book.cover().isPresent() ? "yes" : "none");
        for (NoteTable.Note note : notes) {
            why.line(TIME.format(note.at()), note.sentence());
        }
        if (open > 0) {
            why.line("Open now", open == 1 ? "once" : open + " times");
        }
        for (Position position : positions) {
            why.line("Reader", PositionLine.of(book, position).strip());
        }
        return List.copyOf(why.lines);
    }

    private static String status(Connection connection, CatalogueBook book, List<NoteTable.Note> notes)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select gone from book where id = ?")) {
            query.setLong(1, book.id());
            try (ResultSet result = query.executeQuery()) {
                if (result.next() && result.getBoolean(1)) {
                    return "gone"
                            + NoteTable.gone(notes)
                                    .map(at -> " since " + TIME.format(at))
                                    .orElse("");
                }
            }
        }
        return book.status().name().toLowerCase(Locale.ROOT)
                + book.reason().map(reason -> ": " + reason).orElse("");
    }

    private void file(Connection connection, CatalogueBook book) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select added, mtime, read_at, provider from book where id = ?")) {
            query.setLong(1, book.id());
            try (ResultSet result = query.executeQuery()) {
                if (!result.next()) {
                    return;
                }
                line("Found", time(result.getLong("added")));
                line("File", book.size() + " bytes, changed " + time(result.getLong("mtime")));
                long read = result.getLong("read_at");
                String by = result.getString("provider");
                line(
                        "Read",
                        read == 0
                                ? "not yet, as " + book.format()
                                : time(read) + ", as " + book.format() + (by == null ? "" : " by " + by) + ", "
                                        + book.pages() + (book.pages() == 1 ? " page" : " pages"));
            }
        }
    }

    private void contents(Connection connection, CatalogueBook book) throws SQLException {
        if (book.sha256().isEmpty()) {
            line("SHA-256", "not known yet");
            return;
        }
        line("SHA-256", book.sha256().get());
        List<String> others = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select id, name from book where not gone and id <> ?1
                    and content = (select content from book where id = ?1) order by id limit 10""")) {
            query.setLong(1, book.id());
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    others.add(result.getLong(1) + "  " + result.getString(2));
                }
            }
        }
        others.forEach(other -> line("Same contents", other));
    }

    private static String time(long millis) {
        return TIME.format(Instant.ofEpochMilli(millis));
    }

    private void line(String name, String value) {
        lines.add(new Line(name, BookNames.shown(value)));
    }
}
