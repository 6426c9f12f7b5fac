package netreader.catalogue.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueBook.Status;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.OpenText;
import netreader.shell.CommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class UpkeepTest extends LibraryFixture {
    @Test
    void aBackupIsAWholeCatalogueOfAnotherName() throws Exception {
        write("one.lines", "Alice");
        start();
        CatalogueBook book = await(found -> found.status() == Status.READY);
        String name = catalogue.identity();
        long revision = catalogue.revision();
        Path backup = catalogue.backUp();
        write("two.lines", "Bob");
        await(found -> found.title().equals("Bob") && found.status() == Status.READY);
        catalogue.stop();
        Files.copy(backup.resolve("catalogue.db"), data.resolve("catalogue.db"), StandardCopyOption.REPLACE_EXISTING);
        start();
        assertTrue(revision <= catalogue.revision());
        assertNotEquals(name, catalogue.identity());
        assertEquals(book, catalogue.book(book.id()));
        await(found -> found.title().equals("Bob") && found.status() == Status.READY);
    }

    @Test
    void aBackupThatFailsLeavesNothingBehind() throws Exception {
        start();
        catalogue.revision();
        Path backups = data.resolve("backups");
        Files.writeString(backups, "in the way");
        assertThrows(CatalogueException.class, catalogue::backUp);
        Files.delete(backups);
        catalogue.backUp();
        try (Stream<Path> made = Files.list(backups)) {
            assertEquals(1, made.count());
        }
    }

    @Test
    void damageIsFoundSetAsideAndTheCatalogueMadeAnew() throws Exception {
        for (int i = 0; i < 300; i++) {
            write("book " + i + ".lines", "Title " + i);
        }
        start();
        awaitShelf(books -> books.size() == 300 && books.stream().allMatch(book -> book.status() == Status.READY));
        catalogue.stop();
        Path file = data.resolve("catalogue.db");
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            for (long at = bytes.length() / 8192 * 4096;
                    at < bytes.length();
                    at += 4096) { // what opening reads is whole
                bytes.seek(at);
                bytes.write(new byte[64]);
            }
        }
        start();
        assertTrue(restarts.tryAcquire(30, TimeUnit.SECONDS), "nobody has noticed");
        restart();
        awaitShelf(books -> books.size() == 300 && books.stream().allMatch(book -> book.status() == Status.READY));
        try (Stream<Path> files = Files.list(data)) {
            assertTrue(files.anyMatch(path -> path.getFileName().toString().startsWith("catalogue.db.damaged-")));
        }
    }

    @Test
    void whyTellsWhatHappenedToABook() throws Exception {
        write("a/one.lines", "Alice");
        write("copy.lines", "Alice");
        start();
        awaitShelf(books -> books.size() == 2 && books.stream().allMatch(book -> book.status() == Status.READY));
        CatalogueBook book = await(found -> found.name().equals("a/one.lines"));
        catalogue.set(book.id(), Map.of("voice", "loud"));
        List<String> lines = catalogue.why(book.id()).stream()
                .map(line -> line.name() + " " + line.value())
                .toList();
        assertTrue(lines.contains("Book " + book.id() + "  a/one.lines"), lines.toString());
        assertTrue(
                lines.stream().anyMatch(line -> line.matches("Read +.*, as LINES by test 1.0.0, 1 page")),
                lines.toString());
        assertTrue(lines.stream().anyMatch(line -> line.matches("Same contents +\\d+  copy.lines")), lines.toString());
        assertTrue(
                lines.stream().anyMatch(line -> line.endsWith("Settings chosen: {\"voice\":\"loud\"}")),
                lines.toString());
        assertFalse(lines.stream().anyMatch(String::isBlank));
    }

    private String why(String name) throws Exception {
        return ShellLine.run(new UpkeepCommands(catalogue, catalogue), "why", "BOOK", name)
                .replace("|", " ");
    }

    @Test
    void whyTellsWhatBecameOfABooksFile() throws Exception {
        Path file = write("one.lines", "Alice");
        start();
        long id = await(found -> found.status() == Status.READY).id();
        Files.move(file, library.resolve("two.lines"));
        await(found -> found.name().equals("two.lines"));
        assertTrue(why("two.lines").contains(" Its name was one.lines"), why("two.lines"));
        write("two.lines", "Alice and more");
        await(found -> found.title().equals("Alice and more") && found.status() == Status.READY);
        assertTrue(why("two.lines").contains(" Its file is another one"), why("two.lines"));
        Files.delete(library.resolve("two.lines"));
        awaitShelf(List::isEmpty);
        String gone = why("two.lines");
        assertTrue(gone.lines().anyMatch(line -> line.matches("Status +gone since 20.*")), gone);
        assertEquals(gone, why(Long.toString(id)));
        assertThrows(CommandException.class, () -> why("one.lines"));
        write("back.lines", "Alice and more");
        await(found -> found.id() == id);
        assertTrue(why("back.lines").contains(" It is back under another name; before it was two.lines"));
    }

    @Test
    void whyTellsWhoHasATextOpen() throws Exception {
        write("one.lines", "Alice");
        start();
        long id = await(found -> found.status() == Status.READY).id();
        try (OpenText first = catalogue.openText(id, 4096);
                OpenText second = catalogue.openText(id, 4096)) {
            assertEquals("Alice", first.page(0).text());
            assertEquals("Alice", second.page(0).text());
            assertTrue(why("one").contains("Open now 2 times"), why("one"));
        }
        assertFalse(why("one").contains("Open now"));
    }
}
