package netreader.catalogue.internal.positions;

import java.util.List;
import netreader.catalogue.internal.store.DatabaseFile;

/** The tables of the file with the readers' places, which outlives the catalogue. */
final class PositionSchema {
    private static final List<String> VERSION_1 = List.of(
            // Which catalogue the books' numbers are of, and how far it had come.
            "create table state (catalogue text not null, revision integer not null)",
            "insert into state values ('', 0)",
            // By what a catalogue that was made anew finds them again.
            """
            create table book (
                id integer primary key,
                name text not null,
                size integer not null,
                sha256 text)""",
            "create table device (id text primary key, name text not null) without rowid",
            """
            create table position (
                reader text not null,
                device text not null,
                book integer not null,
                anchor integer not null,
                fraction real not null,
                time integer not null,
                count integer not null,
                sequence integer not null,
                primary key (reader, book, device)) without rowid""",
            "create index position_book on position (book)");

    /** As {@link DatabaseFile#versions}. */
    static final List<List<String>> VERSIONS = List.of(VERSION_1);

    private PositionSchema() {}
}
