package netreader.catalogue.internal.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.NamedBooks;
import netreader.catalogue.internal.scan.Found;
import netreader.catalogue.internal.scan.ScanTable;
import netreader.catalogue.internal.store.DatabaseFile;
import netreader.catalogue.internal.store.Schema;
import netreader.format.Delivery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeantBooksTest {
    @TempDir
    private Path folder;

    private Connection connection;

    @BeforeEach
    void fill() throws Exception {
        connection = new DatabaseFile(folder.resolve("a.db"), "A", Schema.VERSIONS).openForWriting();
        for (String name : List.of(
                "Persuasion - Jane Austen.pdf",
                "old/Persuasion - Jane Austen.pdf",
                "old/Emma.txt",
                "4",
                "Volume 1.txt",
                "Volume 12.txt",
                "twice/Same.txt",
                "again/Same.txt",
                "再见/《红楼梦》作者：曹雪芹.txt")) {
            ScanTable.putFound(connection, List.of(new Found(name, 1, 1, 0, "TXT", Delivery.PAGES)), 1);
        }
        ShelfTable.catchUp(connection);
    }

    @AfterEach
    void close() throws Exception {
        connection.close();
    }

    @Test
    void theNumberComesFirst() throws Exception {
        assertEquals(List.of("Emma.txt"), files("3"));
        assertEquals(List.of("4"), files("4"));
        assertEquals(List.of(), files("03"));
        assertEquals(List.of(), files("99999999999999999999"));
    }

    @Test
    void aPathComesBeforeAFileName() throws Exception {
        assertEquals(1, named("Persuasion - Jane Austen.pdf").count());
        assertEquals(2, named("Persuasion - Jane Austen").count());
        assertEquals(List.of("Emma.txt"), files("old/Emma.txt"));
        assertEquals(List.of("Emma.txt"), files("Emma.txt"));
        assertEquals(List.of("Emma.txt"), files("Emma"));
        assertEquals(List.of(), files("mma.txt"));
        assertEquals(2, named("Same.txt").count());
    }

    @Test
    void aTitleIsMeantInAnyCaseAndByItsBeginning() throws Exception {
        assertEquals(2, named("persuasion").count());
        assertEquals(List.of("Emma.txt"), files("eMM"));
        assertEquals(List.of("《红楼梦》作者：曹雪芹.txt"), files("红楼梦"));
        assertEquals(List.of("《红楼梦》作者：曹雪芹.txt"), files("红"));
        assertEquals(List.of("Volume 1.txt"), files("volume 1"));
        assertEquals(2, named("volume").count());
        assertEquals(List.of("Volume 12.txt"), files("VOLUME 12"));
    }

    @Test
    void nothingAndNonsenseMeanNoBook() throws Exception {
        for (String name : List.of("*", "\"", "%", "Emma\0", "\uD83D", "x".repeat(5000))) {
            assertEquals(0, named(name).count(), name);
        }
    }

    private NamedBooks named(String name) throws Exception {
        return MeantBooks.find(connection, name);
    }

    private List<String> files(String name) throws Exception {
        return named(name).books().stream()
                .map(CatalogueBook::name)
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .toList();
    }
}
