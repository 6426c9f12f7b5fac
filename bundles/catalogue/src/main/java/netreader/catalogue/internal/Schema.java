package netreader.catalogue.internal;

import java.util.List;

/** The tables of the catalogue. */
final class Schema {

    private static final List<String> VERSION_1 = List.of(
            // What has the same bytes is the same content, wherever it lies.
            """
            create table content (
                id integer primary key,
                sha256 text not null unique,
                md5 text not null)""",
            // A row is a place in the library. A book that has gone keeps its row, and with it its readers' places.
            """
            create table book (
                id integer primary key autoincrement,
                name text not null unique,
                size integer not null,
                mtime integer not null,
                version text not null,
                content integer references content (id),
                format text not null,
                delivery text not null,
                title text not null,
                authors text not null,
                language text,
                pages integer not null,
                details text not null,
                settings text not null,
                status text not null,
                reason text,
                gone integer not null,
                revision integer not null)""",
            "create index book_revision on book (revision)",
            """
            create table cover (
                book integer primary key references book (id) on delete cascade,
                media_type text not null,
                image blob not null)""",
            """
            create table position (
                reader text not null,
                device text not null,
                book integer not null references book (id),
                content integer references content (id),
                anchor integer not null,
                fraction real not null,
                sequence integer not null,
                primary key (reader, device, book)) without rowid""",
            "create table identity (name text not null)",
            "insert into identity values (lower(hex(randomblob(16))))",
            "create table counter (name text primary key, value integer not null) without rowid",
            "insert into counter values ('revision', 0), ('sequence', 0)");

    /** Which bundle has read the book; null if that is not known. */
    private static final List<String> VERSION_2 = List.of("alter table book add column provider text");

    /** When a book was first found, in milliseconds since 1970; of older rows the time of their files is the best guess. */
    private static final List<String> ADDED =
            List.of("alter table book add column added integer not null default 0", "update book set added = mtime");

    /** The commands that lead to each version from the one before it. */
    static final List<List<String>> VERSIONS = List.of(VERSION_1, VERSION_2, ADDED);

    private Schema() {}
}
