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

    private final SqliteFile file;
    private final PlaceWriter places;
    private final CompletableFuture<String> device;

    SqliteStore(Path path) {
        this.file = new SqliteFile(
                path, "the reading state", "netreader-memory", List.of(VERSION_1, VERSION_2, SHELF_IN_COLUMNS));
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
        return file.later(
                        open -> {
                            try (PreparedStatement query =
                                    open.prepareStatement("select catalogue from server where address = ?")) {
                                query.setString(1, server);
                                try (ResultSet result = query.executeQuery()) {
                                    return result.next() ? memory(open, result.getString(1)) : Memory.NOTHING;
                                }
                            }
                        },
                        Memory.NOTHING)
                .join();
    }

    @Override
    public Memory switchTo(String server, String catalogue) {
        flushPlaces();
        return file.later(
                        open -> {
                            SqliteFile.update(open, "insert or replace into server values (?, ?)", server, catalogue);
                            return memory(open, catalogue);
                        },
                        new Memory(catalogue, 0, List.of(), Map.of()))
                .join();
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
    public Optional<byte[]> cover(String catalogue, long book, String version) {
        return file.later(
                        open -> {
                            try (PreparedStatement query = open.prepareStatement(
                                    "select image from cover where catalogue = ? and book = ? and version = ?")) {
                                query.setString(1, catalogue);
                                query.setLong(2, book);
                                query.setString(3, version);
                                try (ResultSet result = query.executeQuery()) {
                                    return result.next() ? Optional.of(result.getBytes(1)) : Optional.<byte[]>empty();
                                }
                            }
                        },
                        Optional.<byte[]>empty())
                .join();
    }

    @Override
    public void saveCover(String catalogue, long book, String version, byte[] image) {
        file.inBackground(open -> SqliteFile.update(
                open, "insert or replace into cover values (?, ?, ?, ?)", catalogue, book, version, image));
    }

    private static Memory memory(Connection open, String catalogue) throws SQLException {
        long revision = 0;
        try (PreparedStatement query = open.prepareStatement("select revision from catalogue where id = ?")) {
            query.setString(1, catalogue);
            try (ResultSet result = query.executeQuery()) {
                if (result.next()) {
                    revision = result.getLong(1);
                }
            }
        }
        return new Memory(catalogue, revision, ShelfTable.all(open, catalogue), PlaceTable.of(open, catalogue));
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
