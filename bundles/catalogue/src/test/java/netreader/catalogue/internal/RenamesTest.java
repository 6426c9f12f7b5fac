package netreader.catalogue.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueBook.Status;
import netreader.catalogue.Place;
import netreader.catalogue.PlaceUpdate;
import netreader.catalogue.Reader;
import netreader.catalogue.internal.store.BookNames;
import netreader.catalogue.internal.store.Versions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RenamesTest extends LibraryFixture {
    private static final Reader ALICE = new Reader("alice", "laptop");

    @Test
    void aRenamedBookKeepsItsNumberItsPlacesItsSettingsAndWhenItWasAdded() throws Exception {
        Path file = write("one.lines", "Alice");
        start();
        CatalogueBook before = await(book -> book.status() == Status.READY);
        catalogue.set(before.id(), Map.of("voice", "loud"));
        catalogue.putPlace(ALICE, before.id(), PlaceUpdate.unnumbered(new Place(7, 0.5)));
        int opened = formats.opened.get();
        Files.move(file, library.resolve("two.lines"));
        CatalogueBook after = await(book -> book.name().equals("two.lines"));
        assertEquals(before.id(), after.id());
        assertEquals(before.added(), after.added());
        assertEquals("ALICE", after.title());
        assertEquals(before.sha256(), after.sha256());
        assertEquals(
                new Place(7, 0.5), catalogue.positions(ALICE, after.id()).get(0).place());
        assertEquals(1, shelf().size());
        assertEquals(opened, formats.opened.get(), "a renamed book is not read again");
    }

    @Test
    void whatIsCalledByItsFilesNameIsCalledByTheNewOne() throws Exception {
        Path file = write("First - Alice.lines", "");
        start();
        await(book -> book.status() == Status.READY && book.title().equals("First"));
        Files.move(file, library.resolve("Second - Bob.lines"));
        CatalogueBook after = await(book -> book.title().equals("Second"));
        assertEquals(List.of("Bob"), after.authors());
    }

    @Test
    void booksOfAFolderThatIsRenamedKeepTheirNumbers() throws Exception {
        for (int i = 0; i < 300; i++) {
            write("folder/below/" + i + ".lines", "Book of some kind"); // all of one size, time and content
        }
        start();
        Map<String, Long> before = ids(await(300, "folder/"));
        Files.move(library.resolve("folder"), library.resolve("renamed"));
        assertEquals(before, ids(await(300, "renamed/")));
        write("renamed/below/later.lines", "Found where the folder is now");
        await(book -> book.title().startsWith("Found where"));
    }

    private List<CatalogueBook> await(int books, String folder) throws Exception {
        return awaitShelf(shelf -> shelf.stream()
                        .filter(book -> book.name().startsWith(folder) && book.status() == Status.READY)
                        .count()
                == books);
    }

    private static Map<String, Long> ids(List<CatalogueBook> shelf) {
        return shelf.stream().collect(Collectors.toMap(book -> BookNames.last(book.name()), CatalogueBook::id));
    }

    @Test
    void aBookThatWasMovedWhileTheServerWasDownKeepsItsNumber() throws Exception {
        Path file = write("a/one.lines", "Alice");
        start();
        long id = await(book -> book.status() == Status.READY).id();
        catalogue.stop();
        Files.move(file, Files.createDirectories(library.resolve("b")).resolve("other.lines"));
        start();
        assertEquals(id, await(book -> book.name().equals("b/other.lines")).id());
        assertEquals(1, shelf().size());
    }

    @Test
    void booksThatChangeTheirNamesWithEachOtherKeepTheirNumbers() throws Exception {
        Path a = write("a.lines", "Alice");
        Path b = write("b.lines", "Bobby and others");
        start();
        Map<String, Long> before = byTitle(awaitReady(2));
        Path away = folder.resolve("away");
        Files.move(a, away);
        Files.move(b, a);
        Files.move(away, b);
        awaitShelf(shelf -> shelf.stream()
                .anyMatch(book -> book.name().equals("b.lines") && book.title().equals("Alice")));
        assertEquals(before, byTitle(awaitReady(2)));
    }

    @Test
    void booksOfOneSizeAndTimeThatChangeTheirNamesWithEachOtherKeepTheirNumbers() throws Exception {
        Map<String, String> next = Map.of("a.lines", "b.lines", "b.lines", "c.lines", "c.lines", "a.lines");
        for (String name : next.keySet()) {
            Files.setLastModifiedTime(write(name, "Book " + name), FileTime.fromMillis(1_000_000));
        }
        start();
        Map<String, Long> before = byTitle(awaitReady(3));
        for (String name : next.keySet()) {
            Files.move(library.resolve(name), folder.resolve(name));
        }
        for (String name : next.keySet()) {
            Files.move(folder.resolve(name), library.resolve(next.get(name)));
        }
        List<CatalogueBook> after = awaitShelf(shelf ->
                shelf.size() == 3 && shelf.stream().allMatch(book -> book.name().equals(next.get(fileOf(book)))));
        assertEquals(before, byTitle(after));
    }

    private static String fileOf(CatalogueBook book) {
        return book.title().replace("Book ", "");
    }

    @Test
    void aFileInPlaceOfAnotherOneOfTheSameSizeAndTimeIsRead() throws Exception {
        Path file = write("a.lines", "Alice");
        start();
        CatalogueBook before = await(book -> book.status() == Status.READY);
        Path other = Files.writeString(folder.resolve("other"), "Bobby");
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        CatalogueBook after =
                await(book -> book.status() == Status.READY && book.title().equals("Bobby"));
        assertEquals(before.id(), after.id());
        assertNotEquals(before.sha256(), after.sha256());
    }

    @Test
    void booksStayWhereTheLibraryIsAnEmptyFolderAsWithoutItsDisk() throws Exception {
        write("a.lines", "Alice");
        start();
        long id = awaitReady(1).get(0).id();
        Path away = Files.move(library, folder.resolve("away"));
        Files.createDirectory(library);
        restart();
        catalogue.changesSince(0, 10);
        Path unrelated =
                Files.writeString(Files.createDirectory(folder.resolve("in")).resolve("b.lines"), "Bobby");
        assertEquals(List.of(id), shelf().stream().map(CatalogueBook::id).toList());
        Files.delete(library);
        Files.move(away, library);
        Files.setLastModifiedTime(unrelated, FileTime.fromMillis(1_000_000));
        Files.move(unrelated, library.resolve("b.lines"));
        assertEquals(id, byTitle(awaitReady(2)).get("Alice"));
        Files.delete(library.resolve("a.lines"));
        Files.delete(library.resolve("b.lines"));
        awaitShelf(List::isEmpty);
    }

    private List<CatalogueBook> awaitReady(int books) throws Exception {
        return awaitShelf(
                shelf -> shelf.size() == books && shelf.stream().allMatch(book -> book.status() == Status.READY));
    }

    private static Map<String, Long> byTitle(List<CatalogueBook> shelf) {
        return shelf.stream().collect(Collectors.toMap(CatalogueBook::title, CatalogueBook::id));
    }

    @Test
    void aBookThatTakesTheNameOfAnotherOneStaysItself() throws Exception {
        Path a = write("a.lines", "Alice");
        Path b = write("b.lines", "Bobby and others");
        start();
        long alice = byTitle(awaitReady(2)).get("Alice");
        Files.move(a, b, StandardCopyOption.REPLACE_EXISTING);
        CatalogueBook left = awaitReady(1).get(0);
        assertEquals(alice, left.id());
        assertEquals("b.lines", left.name());
    }

    @Test
    void aBookWhoseNameDiffersOnlyInCaseNowIsTheSame() throws Exception {
        Path file = write("Alice.lines", "Alice");
        start();
        long id = await(book -> book.status() == Status.READY).id();
        Files.move(file, library.resolve("alice.lines"));
        assertEquals(id, await(book -> book.name().equals("alice.lines")).id());
    }

    @Test
    void aBookThatComesBackUnderAnotherNameAndTimeIsKnownByItsContent() throws Exception {
        Path file = write("one.lines", "Alice");
        start();
        long id = await(book -> book.status() == Status.READY).id();
        Files.delete(file);
        awaitShelf(List::isEmpty);
        Path other = write("elsewhere/two.lines", "Alice");
        CatalogueBook back = await(book -> book.name().equals("elsewhere/two.lines") && book.status() == Status.READY);
        assertEquals(id, back.id());
        assertEquals(1, shelf().size());
        Files.setLastModifiedTime(other, FileTime.fromMillis(1_000_000)); // the row is one as any other
        await(book -> book.id() == id && book.version().equals(Versions.of(5, 1_000_000)));
    }

    @Test
    void twoFilesOfOneContentAreTwoBooksAndTheContentIsReadOnce() throws Exception {
        write("one.lines", "Alice");
        write("two.lines", "Alice");
        start();
        List<CatalogueBook> shelf = awaitReady(2);
        assertNotEquals(shelf.get(0).id(), shelf.get(1).id());
        assertEquals(shelf.get(0).sha256(), shelf.get(1).sha256());
        assertEquals(
                List.of("Alice", "Alice"),
                shelf.stream().map(CatalogueBook::title).toList());
        assertEquals(1, formats.opened.get());
        Files.delete(library.resolve("two.lines"));
        assertEquals("one.lines", awaitReady(1).get(0).name());
    }

    @Test
    void aCopyOfABookWithoutATitleIsCalledByItsOwnName() throws Exception {
        write("one.lines", "\n");
        write("two.lines", "\n");
        start();
        assertEquals(
                List.of("one", "two"),
                awaitReady(2).stream().map(CatalogueBook::title).sorted().toList());
    }
}
