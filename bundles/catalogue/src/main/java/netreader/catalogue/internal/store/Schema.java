package netreader.catalogue.internal.store;

import java.util.List;

/** The tables of the catalogue. */
public final class Schema {

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

    /** What files are known by whatever their names, and indexes on the few rows that the scan asks for. */
    private static final List<String> SCANS = List.of(
            "alter table book add column file_key integer not null default 0",
            "create index book_gone on book (content) where gone = 1",
            "create index book_pending on book (delivery, id) where status = 'pending' and gone = 0",
            "create index book_quarantined on book (format) where status = 'quarantined'",
            "create index book_content on book (content, status)");

    /** A picture once for all books that have it, in two sizes; large is null where small shows all that there is. */
    private static final List<String> COVERS_IN_TWO_SIZES = List.of(
            """
            create table picture (
                id integer primary key,
                digest text not null unique,
                small blob not null,
                large blob)""",
            // Those of before are left as they are: they are small enough, and the next reading makes better ones.
            "insert into picture (id, digest, small) select book, 'book ' || book, image from cover",
            "alter table book add column picture integer references picture (id)",
            "update book set picture = id where id in (select book from cover)",
            "drop table cover");

    /** When a book was read last, in milliseconds since 1970, and what happened to it besides. */
    private static final List<String> HISTORY =
            List.of("alter table book add column read_at integer", """
            create table note (
                id integer primary key,
                book integer not null references book (id),
                at integer not null,
                sentence text not null)""", "create index note_book on note (book)");

    /** What is on the shelf, as it is sorted, counted and looked for; filled from the books' rows. */
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

    /** Which picture beside a book its cover is made from (Beside), and whether that is still to be done. */
    private static final List<String> PICTURES_BESIDE = List.of(
            "alter table book add column beside text not null default ''",
            "alter table book add column cover_due integer not null default 0",
            "create index book_cover_due on book (delivery, id) where cover_due = 1 and gone = 0");

    /**
     * For a copy: it counts as another catalogue, for when it is put in place one day, readers must not take its revisions
     * for those that came after it was made.
     */
    public static final String ANOTHER_CATALOGUE = "update identity set name = lower(hex(randomblob(16)))";

    /** The commands that lead to each version from the one before it. */
    public static final List<List<String>> VERSIONS =
            List.of(VERSION_1, VERSION_2, ADDED, SCANS, COVERS_IN_TWO_SIZES, HISTORY, SHELF, PICTURES_BESIDE);

    private Schema() {}
}
