package netreader.catalogue.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueBook.Status;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Changes of the library reach the shelf by events alone: everything is looked at once an hour only. */
@Timeout(60)
class WatchTest extends LibraryFixture {
    private static final int HOUR = 3_600_000;

    @Test
    void whatIsCopiedInChangedRenamedAndDeletedIsSeenByEvents() throws Exception {
        rescanMillis = HOUR;
        write("one.lines", "Alice");
        start();
        long id = await(book -> book.status() == Status.READY).id();
        Path copied = Files.writeString(library.resolve("two.lines"), "Bob"); // young: it is taken when it is quiet
        await(book -> book.title().equals("Bob"));
        Files.writeString(copied, "Bobby");
        await(book -> book.title().equals("Bobby"));
        write("one.lines", "Alice, second edition");
        assertEquals(id, await(book -> book.title().endsWith("edition")).id());
        Files.move(library.resolve("one.lines"), library.resolve("three.lines"));
        assertEquals(id, await(book -> book.name().equals("three.lines")).id());
        Files.delete(copied);
        awaitShelf(books -> books.size() == 1);
    }

    @Test
    void newFoldersAreWatchedAndFoldersThatGoTakeTheirBooks() throws Exception {
        rescanMillis = HOUR;
        write("one.lines", "Alice");
        start();
        await(book -> book.status() == Status.READY);
        write("a/b/c/two.lines", "Bob");
        await(book -> book.title().equals("Bob"));
        write("a/b/c/three.lines", "Carol");
        await(book -> book.title().equals("Carol"));
        Files.move(library.resolve("a"), folder.resolve("away"));
        awaitShelf(books -> books.size() == 1);
        Files.move(folder.resolve("away"), library.resolve("back"));
        awaitShelf(books -> books.size() == 3);
        write("back/b/c/four.lines", "Dave");
        await(book -> book.title().equals("Dave"));
    }

    @Test
    void withoutEventsLooksAreEnough() throws Exception {
        watches = false;
        Path file = write("a/one.lines", "Alice");
        start();
        long id = await(book -> book.status() == Status.READY).id();
        Files.writeString(library.resolve("a/two.lines"), "Bob");
        await(book -> book.title().equals("Bob"));
        Files.move(file, library.resolve("a/three.lines"));
        assertEquals(id, await(book -> book.name().equals("a/three.lines")).id());
        Files.delete(library.resolve("a/two.lines"));
        awaitShelf(books -> books.size() == 1);
    }

    @Test
    void aFolderThatCannotBeReadTakesNoBookFromTheShelf() throws Exception {
        Assumptions.assumeFalse(System.getProperty("user.name").equals("root"), "root reads everything");
        write("locked/one.lines", "Alice");
        write("two.lines", "Bob");
        start();
        awaitShelf(books -> books.size() == 2);
        Files.setPosixFilePermissions(library.resolve("locked"), PosixFilePermissions.fromString("---------"));
        try {
            write("three.lines", "Carol");
            List<CatalogueBook> shelf = awaitShelf(
                    books -> books.stream().anyMatch(book -> book.name().equals("three.lines")));
            assertEquals(3, shelf.size());
        } finally {
            Files.setPosixFilePermissions(library.resolve("locked"), PosixFilePermissions.fromString("rwx------"));
        }
    }
}
