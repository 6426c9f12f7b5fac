package netreader.client.internal.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What is known of the copies on this computer, in an SQLite file: which blocks are here, and what a person wants with
 * the copy. A block is known here once it is in its file, so a crash forgets a block at worst. Any thread.
 */
final class CopyTable implements AutoCloseable {
    private static final List<String> TABLES = List.of("""
            create table if not exists copy (
                id integer primary key, sha256 text not null unique, bytes integer not null,
                whole integer not null, kept integer not null, read_at integer not null)""", """
            create table if not exists block (
                copy integer not null, number integer not null, checksum integer not null,
                primary key (copy, number)) without rowid""");

    /**
     * @param bytes of the whole file
     * @param here bytes of the blocks that are here
     * @param whole whether the whole file was here and had the right digest
     * @param readAt when it was last opened, in milliseconds since 1970
     */
    record Row(long bytes, long here, boolean whole, boolean kept, long readAt) {}

    private record Block(String sha256, int number, int checksum) {}

    private final SqliteFile file;
    private final ConcurrentLinkedQueue<Block> arrived = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean saving = new AtomicBoolean();

    CopyTable(Path path) {
        file = new SqliteFile(path, "the list of copies", "netreader-copies", List.of(TABLES));
    }

    /** All copies by their digests; empty if the list cannot be read now. Waits for the disk. */
    Optional<Map<String, Row>> all() {
        return file.later(open -> Optional.of(rows(open)), Optional.<Map<String, Row>>empty())
                .join();
    }

    private static Map<String, Row> rows(Connection open) throws SQLException {
        Map<String, Row> rows = new HashMap<>();
        try (Statement statement = open.createStatement();
                ResultSet result = statement.executeQuery("""
                        select sha256, bytes, whole, kept, read_at, (select count(*) from block where copy = copy.id)
                        from copy""")) {
            while (result.next()) {
                long bytes = result.getLong(2);
                rows.put(
                        result.getString(1),
                        new Row(
                                bytes,
                                Math.min(bytes, result.getLong(6) * CopyFile.BLOCK),
                                result.getBoolean(3),
                                result.getBoolean(4),
                                result.getLong(5)));
            }
        }
        return rows;
    }

    /** The checksums of the blocks that are here, by number; waits for the disk. */
    Map<Integer, Integer> blocks(String sha256) {
        return file.later(
                        open -> {
                            Map<Integer, Integer> blocks = new HashMap<>();
                            try (PreparedStatement query = open.prepareStatement("""
                                    select number, checksum from block
                                    where copy = (select id from copy where sha256 = ?)""")) {
                                query.setString(1, sha256);
                                try (ResultSet result = query.executeQuery()) {
                                    while (result.next()) {
                                        blocks.put(result.getInt(1), result.getInt(2));
                                    }
                                }
                            }
                            return blocks;
                        },
                        Map.<Integer, Integer>of())
                .join();
    }

    void opened(String sha256, long bytes, long now) {
        file.inBackground(open -> {
            SqliteFile.update(open, "insert or ignore into copy values (null, ?, ?, 0, 0, ?)", sha256, bytes, now);
            return SqliteFile.update(open, "update copy set read_at = ? where sha256 = ?", now, sha256);
        });
    }

    void whole(String sha256, boolean whole) {
        file.inBackground(open -> SqliteFile.update(open, "update copy set whole = ? where sha256 = ?", whole, sha256));
    }

    void kept(String sha256, long bytes, boolean kept) {
        file.inBackground(open -> {
            SqliteFile.update(
                    open,
                    "insert or ignore into copy values (null, ?, ?, 0, 0, ?)",
                    sha256,
                    bytes,
                    System.currentTimeMillis());
            return SqliteFile.update(open, "update copy set kept = ? where sha256 = ?", kept, sha256);
        });
    }

    /** Blocks that arrive while others are being saved are saved together. */
    void arrived(String sha256, int number, int checksum) {
        arrived.add(new Block(sha256, number, checksum));
        if (saving.compareAndSet(false, true)) {
            file.inBackground(open -> {
                saving.set(false);
                for (Block block = arrived.poll(); block != null; block = arrived.poll()) {
                    SqliteFile.update(
                            open,
                            "insert or replace into block select id, ?, ? from copy where sha256 = ?",
                            block.number(),
                            block.checksum(),
                            block.sha256());
                }
                return true;
            });
        }
    }

    /** Waits until all blocks that have arrived are saved. */
    void flush() {
        var unused = file.later(open -> true, false).join();
    }

    void forgetBlocks(String sha256) {
        file.inBackground(open -> SqliteFile.update(
                open, "delete from block where copy = (select id from copy where sha256 = ?)", sha256));
    }

    void forget(String sha256) {
        file.inBackground(open -> {
            SqliteFile.update(open, "delete from block where copy = (select id from copy where sha256 = ?)", sha256);
            return SqliteFile.update(open, "delete from copy where sha256 = ?", sha256);
        });
    }

    @Override
    public void close() {
        file.close();
    }
}
