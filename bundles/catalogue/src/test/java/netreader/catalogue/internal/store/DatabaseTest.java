package netreader.catalogue.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import netreader.catalogue.CatalogueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class DatabaseTest {
    @TempDir
    Path folder;

    @Test
    void aFullDiskIsTheReasonAndHarmsNothingAfterIt() throws Exception {
        try (Database database = new Database(new DatabaseFile(folder.resolve("a.db"), "A", List.of()), "test")) {
            execute(database, "create table a (b blob)");
            execute(database, "pragma max_page_count = 1"); // no more than there are
            CatalogueException full = assertThrows(
                    CatalogueException.class, () -> execute(database, "insert into a values (zeroblob(1000000))"));
            assertTrue(full.getMessage().contains("full"), full.getMessage());
            execute(database, "pragma max_page_count = 1000000");
            execute(database, "insert into a values (1)");
            int rows = database.write(open -> {
                try (Statement statement = open.createStatement();
                        ResultSet result = statement.executeQuery("select count(*) from a")) {
                    return result.getInt(1);
                }
            });
            assertEquals(1, rows);
        }
    }

    private static void execute(Database database, String sql) throws CatalogueException {
        database.write(open -> {
            try (Statement statement = open.createStatement()) {
                return statement.execute(sql);
            }
        });
    }
}
