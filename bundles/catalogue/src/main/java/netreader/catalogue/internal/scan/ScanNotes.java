package netreader.catalogue.internal.scan;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import netreader.catalogue.internal.scan.ScanTable.Move;
import netreader.catalogue.internal.scan.ScanTable.Row;
import netreader.catalogue.internal.store.BookNames;
import netreader.catalogue.internal.store.NoteTable;

/** Notes for whoever asks why a book is what it is: what a look has found to have become of it. On the database's thread. */
final class ScanNotes {
    private ScanNotes() {}

    static void moved(Connection connection, Collection<Move> moves, Collection<Row> displaced) throws SQLException {
        try (NoteTable.Writer notes = new NoteTable.Writer(connection)) {
            for (Move move : moves) {
                Row row = move.row();
                String before = BookNames.ofFile(row.name());
                notes.add(
                        row.id(),
                        before.equals(move.to().name())
                                ? "It is back"
                                : (row.gone() ? "It is back under another name; before it was " : "Its name was ")
                                        + before);
            }
            for (Row row : displaced) {
                notes.gone(row.id(), ": its name is that of another book's file now");
            }
        }
    }

    /** A row that was made for a file stands for nothing any more. */
    static void tookOver(Connection connection, Row newcomer, Row known) throws SQLException {
        try (NoteTable.Writer notes = new NoteTable.Writer(connection)) {
            notes.gone(newcomer.id(), ": by its contents it is book " + known.id() + ", which was gone and is back");
        }
    }

    static void gone(Connection connection, Collection<Row> rows, boolean gone) throws SQLException {
        try (NoteTable.Writer notes = new NoteTable.Writer(connection)) {
            for (Row row : rows) {
                if (gone) {
                    notes.gone(row.id(), "");
                } else {
                    notes.add(row.id(), "It is back");
                }
            }
        }
    }

    /** Their names are those of other files. */
    static void replaced(Connection connection, Collection<Row> rows) throws SQLException {
        try (NoteTable.Writer notes = new NoteTable.Writer(connection)) {
            for (Row row : rows) {
                notes.add(row.id(), row.gone() ? "It is back with another file" : "Its file is another one");
            }
        }
    }
}
