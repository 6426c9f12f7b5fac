package netreader.dialect.classic;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/** Makes the SQLite file, in memory. Not on a virtual thread, which SQLite would pin. */
final class BookInfoTable {
    private BookInfoTable() {}

    /** The bytes of a file with the table {@code book_info}. */
    static ByteBuffer file(List<BookInfo> books) throws SQLException {
        SQLiteDataSource memory = new SQLiteDataSource();
        memory.setUrl("jdbc:sqlite::memory:");
        try (SQLiteConnection connection = memory.getConnection("", "")) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("create table book_info (path text, page integer, flag integer, md5 text)");
            }
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into book_info (path, page, md5) values (?, ?, ?)")) {
                for (BookInfo book : books) {
                    insert.setString(1, book.path());
                    insert.setInt(2, book.page());
                    insert.setString(3, book.md5().orElse(null));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            connection.commit();
            return ByteBuffer.wrap(connection.serialize("main"));
        }
    }
}
