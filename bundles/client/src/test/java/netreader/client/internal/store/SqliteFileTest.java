package netreader.client.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class SqliteFileTest {
    @TempDir
    Path folder;

    @Test
    void whenTheDiskHasRoomAgainThingsAreRememberedAgain() {
        try (SqliteFile file = new SqliteFile(
                folder.resolve("a.db"), "a test", "test-sqlite", List.of(List.of("create table a (b blob)")))) {
            execute(file, "pragma max_page_count = 10");
            file.later(open -> SqliteFile.update(open, "insert into a values (zeroblob(1000000))"), false)
                    .join();
            execute(file, "pragma max_page_count = 1000000");
            file.inBackground(open -> SqliteFile.update(open, "insert into a values (1)"));
            assertEquals(1, file.later(SqliteFileTest::rows, -1).join());
        }
    }

    private static void execute(SqliteFile file, String sql) {
        file.inBackground(open -> {
            try (Statement statement = open.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    private static int rows(Connection open) throws SQLException {
        try (Statement statement = open.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from a")) {
            return result.getInt(1);
        }
    }
}
