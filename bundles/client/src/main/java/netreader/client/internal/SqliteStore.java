package netreader.client.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import netreader.client.Bookmark;
import netreader.client.ShelfBook;
import netreader.client.internal.store.SqliteFile;

/**
 * Remembers in an SQLite file, used by one thread. A reader whose file fails still reads: it says so in the log and
 * remembers nothing more.
 */
final class SqliteStore implements ReaderStore {
    private static final List<String> VERSION_1 = List.of(
            "create table if not exists device (id text not null)",
            "create table if not exists server (address text primary key, catalogue text not null) without rowid",
            "create table if not exists catalogue (id text primary key, revision integer not null) without rowid",
            """
            create table if not exists book (
                catalogue text not null, id integer not null, row text not null,
                primary key (catalogue, id)) without rowid""",
            """
            create table if not exists place (
                catalogue text not null, book integer not null, anchor integer not null, fraction real not null,
                primary key (catalogue, book)) without rowid""",
            """
            create table if not exists cover (
                catalogue text not null, book integer not null, version text not null, image blob not null,
                primary key (catalogue, book))""");

    /** When a page was turned, as which update of this device, and whether the server has heard of it. */
    private static final List<String> VERSION_2 = List.of(
            "alter table place add column time integer not null default 0",
            "alter table place add column count integer not null default 1",
            "alter table place add column told integer not null default 1");

    /** The shelf in columns: 100,000 rows of JSON took seconds. The server sends what stood there again. */
    private static final List<String> SHELF_IN_COLUMNS =
            List.of("drop table book", "update catalogue set revision = 0", ShelfTable.CREATE);

    /** Covers by their pictures, of which a book may have several in the course of time, and by the size that was wanted. */
    private static final List<String> COVERS_BY_PICTURE = List.of(
            "drop table cover",
            """
            create table cover (
                catalogue text not null, book integer not null, picture text not null, pixels integer not null,
                image blob not null, primary key (catalogue, book))""",
            "alter table shelf add column picture text",
            "update shelf set picture = version where cover",
            "alter table shelf drop column cover");

    static final List<List<String>> VERSIONS =
            List.of(VERSION_1, VERSION_2, SHELF_IN_COLUMNS, COVERS_BY_PICTURE, BookmarkTable.CREATE, FileTable.CREATE);

    private final SqliteFile file;
    private final PlaceWriter places;
    private final CompletableFuture<String> device;

    SqliteStore(Path path) {
        this.file = new SqliteFile(path, "the reading state", "netreader-memory", VERSIONS);
        this.places = new PlaceWriter(file);
        this.device = file.later(SqliteStore::deviceId, UUID.randomUUID().toString());
    }

    @Override
    public boolean wantsShelf() {
        return true;
    }

    @Override
    public String device() {
        return device.join();
    }

    @Override
    public Memory load(String server) {
        flushPlaces();
        return file.later(open -> catalogue(open, server), Optional.<String>empty())
                .join()
                .flatMap(this::memory)
                .orElse(Memory.NOTHING);
    }

    @Override
    public List<ShelfBook> books(String server, List<Long> ids) {
        return file.later(
                        open -> {
                            Optional<String> catalogue = catalogue(open, server);
                            return catalogue.isPresent()
                                    ? new ShelfReading(catalogue.get()).books(open, ids)
                                    : List.<ShelfBook>of();
                        },
                        List.<ShelfBook>of())
                .join();
    }

    @Override
    public Memory switchTo(String server, String catalogue) {
        flushPlaces();
        file.inBackground(
                open -> SqliteFile.update(open, "insert or replace into server values (?, ?)", server, catalogue));
        return memory(catalogue).orElse(new Memory(catalogue, 0, List.of(), Map.of()));
    }

    private static Optional<String> catalogue(Connection open, String server) throws SQLException {
        try (PreparedStatement query = open.prepareStatement("select catalogue from server where address = ?")) {
            query.setString(1, server);
            try (ResultSet result = query.executeQuery()) {
                return result.next() ? Optional.of(result.getString(1)) : Optional.empty();
            }
        }
    }

    /**
     * What is remembered of a catalogue; empty if that cannot be read. The revision comes last: should the file turn out to
     * be damaged on the way, it is 0, and the server tells everything again.
     */
    private Optional<Memory> memory(String catalogue) {
        ShelfReading reading = new ShelfReading(catalogue);
        Optional<Boolean> more = Optional.of(true);
        while (more.isPresent() && more.get()) {
            more = file.later(open -> Optional.of(reading.readPart(open)), Optional.<Boolean>empty())
                    .join();
        }
        return more.flatMap(whole -> file.later(
                        open -> Optional.of(new Memory(
                                catalogue, revision(open, catalogue), reading.books(), PlaceTable.of(open, catalogue))),
                        Optional.<Memory>empty())
                .join());
    }

    @Override
    public void saveShelf(String catalogue, List<ShelfBook> books, List<Long> removed, long revision) {
        file.inBackground(open -> {
            ShelfTable.put(open, catalogue, books);
            ShelfTable.remove(open, catalogue, removed);
            SqliteFile.update(open, "insert or replace into catalogue values (?, ?)", catalogue, revision);
            return true;
        });
    }

    @Override
    public void savePlace(String catalogue, long book, KeptPlace kept) {
        places.save(catalogue, book, kept);
    }

    @Override
    public void flushPlaces() {
        places.write().join();
    }

    @Override
    public List<Bookmark> bookmarks(String catalogue, ShelfBook book) {
        return file.later(open -> BookmarkTable.of(open, catalogue, book), List.<Bookmark>of())
                .join();
    }

    @Override
    public void saveBookmark(String catalogue, ShelfBook book, Bookmark bookmark) {
        file.inBackground(open -> BookmarkTable.put(open, catalogue, book, bookmark));
    }

    @Override
    public void removeBookmark(String catalogue, ShelfBook book, long anchor) {
        file.inBackground(open -> BookmarkTable.remove(open, catalogue, book, anchor));
    }

    @Override
    public CompletableFuture<List<KeptFile>> files() {
        return file.later(FileTable::all, List.of());
    }

    @Override
    public void saveFile(KeptFile kept) {
        file.inBackground(open -> FileTable.put(open, kept));
    }

    @Override
    public Optional<byte[]> cover(String catalogue, long book, String picture, int pixels) {
        return file.later(
                        open -> {
                            try (PreparedStatement query = open.prepareStatement(
                                    "select image from cover where catalogue = ? and book = ? and picture = ? and pixels >= ?")) {
                                query.setString(1, catalogue);
                                query.setLong(2, book);
                                query.setString(3, picture);
                                query.setInt(4, pixels);
                                try (ResultSet result = query.executeQuery()) {
                                    return result.next() ? Optional.of(result.getBytes(1)) : Optional.<byte[]>empty();
                                }
                            }
                        },
                        Optional.<byte[]>empty())
                .join();
    }

    @Override
    public void saveCover(String catalogue, long book, String picture, int pixels, byte[] image) {
        file.inBackground(open -> SqliteFile.update(
                open, "insert or replace into cover values (?, ?, ?, ?, ?)", catalogue, book, picture, pixels, image));
    }

    private static long revision(Connection open, String catalogue) throws SQLException {
        try (PreparedStatement query = open.prepareStatement("select revision from catalogue where id = ?")) {
            query.setString(1, catalogue);
            try (ResultSet result = query.executeQuery()) {
                return result.next() ? result.getLong(1) : 0;
            }
        }
    }

    private static String deviceId(Connection open) throws SQLException {
        try (Statement statement = open.createStatement();
                ResultSet result = statement.executeQuery("select id from device")) {
            if (result.next()) {
                return result.getString(1);
            }
        }
        String made = UUID.randomUUID().toString();
        SqliteFile.update(open, "insert into device values (?)", made);
        return made;
    }

    @Override
    public void close() {
        flushPlaces();
        file.close();
    }
}
