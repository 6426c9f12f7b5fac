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

    /** What is on the shelf, as it is sorted, counted and looked for; {@link ShelfTable} fills it from the books' rows. */
    private static final List<String> SHELF = List.of(
            """
            create table folder (
                id integer primary key,
                path text not null unique,
                parent integer not null,
                books integer not null)""",
            "create index folder_parent on folder (parent, path)",
            "insert into folder values (1, '', 0, 0)",
            "create table shelf_format (format text primary key, books integer not null) without rowid",
            """
            create table shelf (
                book integer primary key,
                folder integer not null,
                format text not null,
                added integer not null,
                size integer not null,
                title blob not null,
                author blob not null,
                name blob not null,
                text text not null)""",
            "create index shelf_title on shelf (title)",
            "create index shelf_author on shelf (author)",
            "create index shelf_name on shelf (name)",
            "create index shelf_added on shelf (added)",
            "create index shelf_size on shelf (size)",
            // Which books have a mark, such as a pair of characters: nothing but their numbers.
            """
            create virtual table shelf_mark using fts5 (
                marks, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii')""",
            "insert into counter values ('indexed', 0)");

    /** The commands that lead to each version from the one before it. */
    static final List<List<String>> VERSIONS = List.of(VERSION_1, VERSION_2, ADDED, SHELF);

    private Schema() {}
}
