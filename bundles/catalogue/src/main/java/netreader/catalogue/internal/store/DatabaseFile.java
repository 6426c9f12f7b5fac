package netreader.catalogue.internal.store;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * An SQLite file with tables of some version.
 *
 * @param what it holds, for people: "the catalogue"
 * @param versions the commands that lead from each version of the tables to the next, the first from an empty file
 */
public record DatabaseFile(Path file, String what, List<List<String>> versions) {
    private static final Logger LOG = System.getLogger(DatabaseFile.class.getName());

    /** Stands between the name of a damaged file and the time when it was set aside, in milliseconds since 1970. */
    public static final String DAMAGED = ".damaged-";

    private static final int BUSY_MILLIS = 5000;
    /** Readers look at rows all over the file: where they are mapped, that is no call of the system for each page. */
    private static final long MAPPED_BYTES = 1L << 30;

    /** The indexes of a big library are written all over; with SQLite's 2 MB that takes three times as long. Negative: KiB. */
    private static final int WRITER_CACHE_KIB = -32_768;

    public DatabaseFile {
        versions = List.copyOf(versions);
    }

    /** Opens it for writing, with the newest tables; what is damaged is set aside and made anew. */
    public Connection openForWriting() throws SQLException, IOException {
        try {
            return migrated();
        } catch (SQLException e) {
            if (!isDamage(e)) {
                throw e;
            }
            setAside();
            return migrated();
        }
    }

    /** Opens it for reading; what is read is as it was when the transaction began, whatever is written meanwhile. */
    Connection openForReading() throws SQLException {
        Connection opened = connect(true);
        opened.setAutoCommit(false);
        return opened;
    }

    static boolean isDamage(Exception e) {
        if (!(e instanceof SQLiteException failure)) {
            return false;
        }
        // The low byte; the others of an extended code say where.
        int code = failure.getResultCode().code & 0xff;
        return code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    /**
     * Reads all that is in the file.
     *
     * @throws SQLException says what is damaged
     */
    static void check(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("pragma integrity_check(1)")) {
            String verdict = result.next() ? result.getString(1) : "nothing";
            if (!verdict.equals("ok")) {
                throw new SQLiteException(verdict.lines().reduce("", (a, b) -> b), SQLiteErrorCode.SQLITE_CORRUPT);
            }
        }
    }

    /**
     * Writes what is in the file now into another one, which then is checked; the writer goes on meanwhile.
     *
     * @param changes made in the copy, SQL
     */
    public void copyTo(Path copy, String... changes) throws SQLException {
        try (Connection from = connect(true);
                PreparedStatement vacuum = from.prepareStatement("vacuum into ?")) {
            vacuum.setString(1, copy.toString());
            vacuum.executeUpdate();
        }
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + copy);
        try (Connection made = source.getConnection();
                Statement statement = made.createStatement()) {
            for (String change : changes) {
                statement.execute(change);
            }
            check(made);
        }
    }

    boolean isThere() {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Writes the file with all that a connection sees; the connection does not use it. In a transaction that has not
     * begun yet.
     */
    void writeAgain(Connection connection) throws SQLException {
        Path written = file.resolveSibling(file.getFileName() + ".again");
        connection.setAutoCommit(true); // outside of any transaction
        try (PreparedStatement vacuum = connection.prepareStatement("vacuum into ?")) {
            Files.deleteIfExists(written);
            vacuum.setString(1, written.toString());
            vacuum.executeUpdate();
            // The journal of the file that is gone would be taken for this one's.
            Files.deleteIfExists(journal("-wal"));
            Files.deleteIfExists(journal("-shm"));
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new SQLException(what + " cannot be written again: " + e, e);
        } finally {
            connection.setAutoCommit(false);
        }
    }

    private Path journal(String end) {
        return file.resolveSibling(file.getFileName() + end);
    }

    /** A damaged file is kept, with what was written last, for whoever wants to look at it. */
    void setAside() throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + DAMAGED + System.currentTimeMillis());
        Files.move(file, aside);
        if (Files.exists(journal("-wal"))) {
            Files.move(journal("-wal"), aside.resolveSibling(aside.getFileName() + "-wal"));
        }
        Files.deleteIfExists(journal("-shm"));
        LOG.log(Level.WARNING, "{0} was damaged; it was set aside as {1} and is made anew", what, aside);
    }

    private Connection connect(boolean readOnly) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setGetGeneratedKeys(false); // else each insert is followed by a question that nobody asks
        if (readOnly) {
            config.setReadOnly(true);
            config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, Long.toString(MAPPED_BYTES));
        } else {
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setCacheSize(WRITER_CACHE_KIB);
            config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        }
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source.getConnection();
    }

    private Connection migrated() throws SQLException {
        Connection opened = connect(false);
        try {
            opened.setAutoCommit(false);
            migrate(opened);
            return opened;
        } catch (SQLException e) {
            opened.close();
            throw e;
        }
    }

    private void migrate(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int version;
            try (ResultSet row = statement.executeQuery("pragma user_version")) {
                version = row.getInt(1);
            }
            if (version > versions.size()) {
                throw new SQLException(what + " was written by a newer NetReader (schema " + version + ")");
            }
            for (List<String> commands : versions.subList(version, versions.size())) {
                for (String sql : commands) {
                    statement.execute(sql);
                }
            }
            if (version < versions.size()) {
                statement.execute("pragma user_version = " + versions.size());
            }
            connection.commit();
        }
    }
}
