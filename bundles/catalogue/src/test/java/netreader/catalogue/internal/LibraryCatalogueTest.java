package netreader.catalogue.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import netreader.catalogue.BookFile;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueBook.Status;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.CatalogueException.Problem;
import netreader.catalogue.OpenText;
import netreader.catalogue.Place;
import netreader.catalogue.PlaceUpdate;
import netreader.catalogue.Position;
import netreader.catalogue.Reader;
import netreader.catalogue.ShelfChanges;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LibraryCatalogueTest extends LibraryFixture {
    private static final Reader ALICE = new Reader("alice", "laptop");

    @Test
    void aBookIsListedWithWhatItsFormatAndItsBytesTell() throws Exception {
        write("shelf/one.lines", "Alice\nDown the Rabbit-Hole");
        start();
        CatalogueBook book = await(found -> found.status() == Status.READY);
        assertEquals("shelf/one.lines", book.name());
        assertEquals("Alice", book.title());
        assertEquals(3, book.pages());
        assertEquals(26, book.size());
        assertEquals(Optional.of("66b8140ac469a6927ee7b3bceeae74cabf00ca762cc11e91dc824b14948964a3"), book.sha256());
        assertEquals(Optional.of("9a9507d16eeff310c7b86832e25c5233"), book.md5());
        assertEquals(List.of(book), shelf());
    }

    @Test
    void anUnchangedLibraryIsNotReadAgain() throws Exception {
        write("one.lines", "Alice");
        start();
        CatalogueBook before = await(found -> found.status() == Status.READY);
        String identity = catalogue.identity();
        restart();
        formats.opened.set(0);
        write("two.lines", "Bob"); // when this is here, the library has been looked at
        await(found -> found.title().equals("Bob") && found.status() == Status.READY);
        assertEquals(before, catalogue.book(before.id()));
        assertEquals(1, formats.opened.get());
        assertEquals(identity, catalogue.identity());
    }

    @Test
    void aChangedFileIsReadAgainAndKeepsItsNumber() throws Exception {
        write("one.lines", "Alice");
        start();
        CatalogueBook before = await(found -> found.status() == Status.READY);
        write("one.lines", "Alice, second edition");
        CatalogueBook after = await(found -> found.title().equals("Alice, second edition"));
        assertEquals(before.id(), after.id());
        assertNotEquals(before.version(), after.version());
        assertNotEquals(before.sha256(), after.sha256());
        CatalogueException changed =
                assertThrows(CatalogueException.class, () -> catalogue.openFile(before.id(), before.version()));
        assertEquals(Problem.CHANGED, changed.problem());
        try (BookFile file = catalogue.openFile(after.id(), after.version())) {
            assertEquals(after.size(), file.size());
        }
    }

    @Test
    void aBookThatGoesAndComesBackKeepsItsNumberAndItsPlaces() throws Exception {
        Path file = write("one.lines", "Alice");
        start();
        CatalogueBook book = await(found -> found.status() == Status.READY);
        catalogue.putPlace(ALICE, book.id(), PlaceUpdate.unnumbered(new Place(7, 0.5)));
        long revision = catalogue.revision();
        Path away = Files.move(file, folder.resolve("away"), StandardCopyOption.ATOMIC_MOVE);
        awaitShelf(List::isEmpty);
        assertEquals(List.of(book.id()), catalogue.changesSince(revision, 10).removed());
        assertEquals(List.of(), catalogue.changesSince(0, 10).removed());
        assertEquals(
                Problem.NOT_FOUND,
                assertThrows(CatalogueException.class, () -> catalogue.book(book.id()))
                        .problem());
        Files.move(away, file, StandardCopyOption.ATOMIC_MOVE);
        awaitShelf(books -> books.equals(List.of(book)));
        assertEquals(
                new Place(7, 0.5), catalogue.positions(ALICE, book.id()).get(0).place());
    }

    @Test
    void changesComeInPortionsAndOnlyThoseThatAreNew() throws Exception {
        for (int i = 0; i < 5; i++) {
            write(i + ".lines", "Book " + i);
        }
        start();
        awaitShelf(books -> books.size() == 5 && books.stream().allMatch(book -> book.status() == Status.READY));
        ShelfChanges first = catalogue.changesSince(0, 3);
        assertEquals(3, first.books().size());
        assertTrue(first.more());
        ShelfChanges second = catalogue.changesSince(first.revision(), 3);
        assertEquals(2, second.books().size());
        assertFalse(second.more());
        assertEquals(catalogue.revision(), second.revision());
        assertEquals(List.of(), catalogue.changesSince(second.revision(), 3).books());
    }

    @Test
    void aDamagedBookIsQuarantinedWithItsReasonAndStopsNothing() throws Exception {
        write("bad.lines", "bad bytes");
        write("good.lines", "Good");
        start();
        awaitShelf(books -> books.size() == 2 && books.stream().noneMatch(book -> book.status() == Status.PENDING));
        CatalogueBook bad = await(found -> found.name().equals("bad.lines"));
        assertEquals(Status.QUARANTINED, bad.status());
        assertEquals(Optional.of("The file begins with bad"), bad.reason());
        assertEquals("bad", bad.title());
        assertEquals(
                Problem.QUARANTINED,
                assertThrows(CatalogueException.class, () -> catalogue.openText(bad.id(), 4096))
                        .problem());
    }

    @Test
    void namesOfAnyKindAreBooks() throws Exception {
        List<String> names = List.of(
                "with spaces.lines", "emoji 📚.lines", "古文 观止.lines", "'quotes\".lines", "x".repeat(200) + ".lines");
        for (String name : names) {
            write(name, "Text of " + name.length());
        }
        write("empty.lines", "");
        write(".hidden.lines", "hidden");
        write("other.txt", "of no format");
        start();
        awaitShelf(books -> books.size() == 6 && books.stream().allMatch(book -> book.status() == Status.READY));
        assertEquals(
                Stream.concat(names.stream(), Stream.of("empty.lines")).sorted().toList(),
                shelf().stream().map(CatalogueBook::name).sorted().toList());
        assertEquals(0, await(found -> found.name().equals("empty.lines")).pages());
    }

    @Test
    void aBookIsFoundByItsNameAndByItsNameWithoutTheExtension() throws Exception {
        for (String name : List.of("古文 观止📚.lines", "a.b.lines", "a.lines", "a/b.lines", "a.d/c.lines", "aa.lines")) {
            write(name, "Text");
        }
        start(); // the first question waits for the first look
        CatalogueBook book = catalogue.bookNamed("古文 观止📚.lines").orElseThrow();
        assertEquals("古文 观止📚.lines", book.name());
        assertEquals(List.of("古文 观止📚.lines"), namesWithStem("古文 观止📚"));
        assertEquals(List.of("a.lines"), namesWithStem("a"));
        assertEquals(List.of("a.b.lines"), namesWithStem("a.b"));
        assertEquals(List.of("a.d/c.lines"), namesWithStem("a.d/c"));
        assertEquals(List.of(), namesWithStem("b"));
        for (String other : List.of("", "A.LINES", "a.line", "a/../a.lines", "./a.lines", "a%", "*", "a.lines\0")) {
            assertEquals(Optional.empty(), catalogue.bookNamed(other));
            assertEquals(List.of(), namesWithStem(other));
        }
        Files.delete(library.resolve("a.lines"));
        awaitShelf(books -> books.size() == 5);
        assertEquals(Optional.empty(), catalogue.bookNamed("a.lines"));
        assertEquals(List.of(), namesWithStem("a"));
    }

    private List<String> namesWithStem(String stem) throws CatalogueException {
        return catalogue.booksWithStem(stem).stream().map(CatalogueBook::name).toList();
    }

    @Test
    void aLibraryThatIsALinkToAFolderIsRead() throws Exception {
        write("one.lines", "Alice");
        library = Files.createSymbolicLink(folder.resolve("link"), library);
        start();
        CatalogueBook book = await(found -> found.status() == Status.READY);
        assertEquals("one.lines", book.name());
        catalogue.openFile(book.id(), book.version()).close();
    }

    @Test
    void aListenerThatFailsDoesNotEndTheLooksAtTheLibrary() throws Exception {
        start();
        try (AutoCloseable failing = catalogue.listen(revision -> {
            throw new IllegalStateException("a listener's bug");
        })) {
            write("one.lines", "Alice");
            await(found -> found.status() == Status.READY);
            write("two.lines", "Bob");
            await(found -> found.title().equals("Bob") && found.status() == Status.READY);
        }
    }

    @Test
    void thePictureBesideABookIsItsCover() throws Exception {
        write("one.lines", "Alice");
        ImageIO.write(
                new BufferedImage(1200, 1600, BufferedImage.TYPE_INT_RGB),
                "png",
                library.resolve("one.png").toFile());
        write("two.lines", "Bob");
        Files.writeString(library.resolve("two.jpg"), "no picture at all");
        start();
        awaitShelf(books -> books.size() == 2 && books.stream().allMatch(book -> book.status() == Status.READY));
        CatalogueBook one = await(found -> found.name().equals("one.lines"));
        ByteBuffer image =
                catalogue.cover(one.id(), Integer.MAX_VALUE).orElseThrow().image();
        byte[] bytes = new byte[image.remaining()];
        image.get(bytes);
        BufferedImage cover = ImageIO.read(new ByteArrayInputStream(bytes));
        assertEquals(480, cover.getHeight());
        assertEquals(360, cover.getWidth());
        assertTrue(one.cover().isPresent());
        assertFalse(await(found -> found.name().equals("two.lines")).cover().isPresent());
    }

    @Test
    void whatFormatsKeptOfContentsThatHaveGoneIsRemovedAtTheStart() throws Exception {
        write("one.lines", "Alice");
        start();
        CatalogueBook book = await(found -> found.status() == Status.READY);
        FormatFolders folders = new FormatFolders(data.resolve("formats"));
        Path kept = Files.createDirectories(folders.of(book, book.version()));
        Path gone = Files.createDirectories(kept.resolveSibling("0".repeat(64)));
        Files.writeString(gone.resolve("outline"), "x");
        Path pending = Files.createDirectories(folders.of(book, "a newer version, not read yet"));
        Path strange = Files.createDirectories(kept.resolveSibling("strange"));
        restart();
        while (Files.exists(gone) || Files.exists(pending)) {
            Thread.onSpinWait();
        }
        assertTrue(Files.exists(kept));
        assertTrue(Files.exists(strange));
    }

    @Test
    void aTextIsReadPageByPage() throws Exception {
        write("one.lines", "0123456789abcdefghij!");
        start();
        CatalogueBook book = await(found -> found.status() == Status.READY);
        try (OpenText text = catalogue.openText(book.id(), 4096)) {
            assertEquals(3, text.pageCount());
            assertEquals("abcdefghij", text.page(1).text());
            assertEquals(new OpenText.Page(2, 3, 2, StandardCharsets.UTF_8.encode("!")), text.pageAt(99));
            CatalogueException e = assertThrows(CatalogueException.class, () -> text.page(3));
            assertEquals(Problem.OUT_OF_RANGE, e.problem());
            assertEquals("one.lines has only the pages 1 to 3", e.getMessage());
            write("one.lines", "another text");
            assertEquals(Problem.CHANGED, awaitProblem(text));
            Files.delete(library.resolve("one.lines"));
            assertEquals(
                    Problem.NOT_FOUND,
                    assertThrows(CatalogueException.class, () -> text.page(0)).problem());
        }
    }

    @Test
    void whenAFormatGoesItsBooksGoAndWhenItIsBackTextsReadOn() throws Exception {
        write("one.lines", "0123456789abcdefghij");
        start();
        CatalogueBook book = await(found -> found.status() == Status.READY);
        try (OpenText text = catalogue.openText(book.id(), 4096)) {
            formats.setPresent(false);
            assertEquals(
                    Problem.FORMAT_UNAVAILABLE,
                    assertThrows(CatalogueException.class, () -> text.page(0)).problem());
            awaitShelf(List::isEmpty);
            formats.setPresent(true);
            awaitShelf(books -> books.equals(List.of(book)));
            assertEquals("abcdefghij", text.page(1).text());
        }
    }

    @Test
    void eachDeviceHasAPlaceOfItsOwn() throws Exception {
        write("one.lines", "Alice");
        start();
        long book = await(found -> found.status() == Status.READY).id();
        assertEquals(List.of(), catalogue.positions(ALICE, book));
        catalogue.putPlace(ALICE, book, PlaceUpdate.unnumbered(new Place(1, 0.1)));
        catalogue.putPlace(new Reader("alice", "phone"), book, PlaceUpdate.unnumbered(new Place(2, 0.2)));
        catalogue.putPlace(new Reader("bob", "laptop"), book, PlaceUpdate.unnumbered(new Place(3, 0.3)));
        List<Place> latestFirst = List.of(new Place(2, 0.2), new Place(1, 0.1));
        assertEquals(latestFirst, placesOfAlice(book));
        restart();
        assertEquals(latestFirst, placesOfAlice(book));
        assertEquals(
                Problem.NOT_FOUND,
                assertThrows(
                                CatalogueException.class,
                                () -> catalogue.putPlace(ALICE, 99, PlaceUpdate.unnumbered(new Place(1, 0.1))))
                        .problem());
    }

    @Test
    void aDamagedCatalogueIsSetAsideAndMadeAnew() throws Exception {
        write("one.lines", "Alice");
        Files.createDirectories(data);
        Files.writeString(
                data.resolve("catalogue.db"), "this is no database, however long one looks at it. ".repeat(99));
        start();
        await(found -> found.status() == Status.READY);
        try (Stream<Path> files = Files.list(data)) {
            assertTrue(files.anyMatch(file -> file.getFileName().toString().startsWith("catalogue.db.damaged-")));
        }
    }

    @Test
    void aLibraryThatIsAwayTakesNoBookFromTheShelf() throws Exception {
        write("one.lines", "Alice");
        start();
        CatalogueBook book = await(found -> found.status() == Status.READY);
        Files.move(library, folder.resolve("unmounted"));
        assertEquals(
                Problem.NOT_FOUND,
                assertThrows(CatalogueException.class, () -> catalogue.openText(book.id(), 4096))
                        .problem());
        restart();
        assertEquals(List.of(book), shelf());
    }

    private List<Place> placesOfAlice(long book) throws Exception {
        return catalogue.positions(ALICE, book).stream().map(Position::place).toList();
    }
}
