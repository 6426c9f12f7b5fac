package netreader.client.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netreader.client.Place;
import netreader.client.internal.store.SqliteFile;
import netreader.format.Delivery;

/** The table with the files that were read without a server. On the database's thread. */
final class FileTable {
    static final List<String> CREATE = List.of("""
            create table file (
                sha256 text not null, path text not null, bytes integer not null, format text not null,
                delivery text not null, anchor integer, fraction real, time integer not null,
                primary key (sha256, format)) without rowid""");

    private FileTable() {}

    static List<KeptFile> all(Connection open) throws SQLException {
        List<KeptFile> files = new ArrayList<>();
        try (Statement statement = open.createStatement();
                ResultSet result = statement.executeQuery("select * from file")) {
            while (result.next()) {
                long anchor = result.getLong("anchor");
                Optional<Place> place = result.wasNull()
                        ? Optional.empty()
                        : Optional.of(new Place(Math.max(0, anchor), result.getDouble("fraction")));
                files.add(new KeptFile(
                        Path.of(result.getString("path")),
                        result.getString("sha256"),
                        result.getLong("bytes"),
                        result.getString("format"),
                        Delivery.of(result.getString("delivery")).orElse(Delivery.FILE),
                        place,
                        result.getLong("time")));
            }
        }
        return files;
    }

    static boolean put(Connection open, KeptFile file) throws SQLException {
        return SqliteFile.update(
                open,
                "insert or replace into file values (?, ?, ?, ?, ?, ?, ?, ?)",
                file.sha256(),
                file.path().toString(),
                file.bytes(),
                file.format(),
                file.delivery().wireName(),
                file.place().map(Place::anchor).orElse(null),
                file.place().map(Place::fraction).orElse(null),
                file.read());
    }
}
