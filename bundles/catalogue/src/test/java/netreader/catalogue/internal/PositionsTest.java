package netreader.catalogue.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueBook.Status;
import netreader.catalogue.Place;
import netreader.catalogue.PlaceUpdate;
import netreader.catalogue.Position;
import netreader.catalogue.Reader;
import netreader.catalogue.internal.positions.Positions;
import netreader.catalogue.internal.store.Database;
import netreader.catalogue.internal.store.DatabaseFile;
import netreader.catalogue.internal.store.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PositionsTest extends LibraryFixture {
    private static final Reader LAPTOP = new Reader("alice", "5f0c", "书房电脑");
    private static final Reader PHONE = new Reader("alice", "77aa", "phone");

    /** In milliseconds since 1970. */
    private static final long TIME = 1_700_000_000_000L;

    @Test
    void repeatedAndLateUpdatesChangeNothingAndHearWhatIsKept() throws Exception {
        long book = bookOf("one.lines", "Alice");
        Position second = catalogue.putPlace(LAPTOP, book, update(20, 2));
        assertEquals(second, catalogue.putPlace(LAPTOP, book, update(20, 2)));
        assertEquals(second, catalogue.putPlace(LAPTOP, book, update(10, 1)));
        restart();
        assertEquals(second, catalogue.putPlace(LAPTOP, book, update(10, 1)));
        assertEquals(List.of(second), catalogue.positions(LAPTOP, book));
        assertEquals(30, catalogue.putPlace(LAPTOP, book, update(30, 3)).place().anchor());
    }

    @Test
    void nothingOverwritesTheRowOfAnotherDeviceOrReader() throws Exception {
        long book = bookOf("one.lines", "Alice");
        catalogue.putPlace(LAPTOP, book, update(10, 5));
        catalogue.putPlace(PHONE, book, update(20, 1));
        catalogue.putPlace(new Reader("bob", "5f0c"), book, update(30, 1));
        for (int run = 0; run < 2; run++) {
            assertEquals(List.of(20L, 10L), anchors(catalogue.positions(LAPTOP, book)), "the latest first");
            assertEquals(List.of(20L, 10L, 30L), anchors(catalogue.positions(book)));
            restart();
        }
        assertEquals("书房电脑", catalogue.positions(PHONE, book).get(1).reader().deviceName());
    }

    @Test
    void devicesThatDoNotNumberTheirUpdatesAreNumbered() throws Exception {
        long book = bookOf("one.lines", "Alice");
        catalogue.putPlace(LAPTOP, book, PlaceUpdate.unnumbered(new Place(1, 0.1)));
        catalogue.putPlace(LAPTOP, book, PlaceUpdate.unnumbered(new Place(2, 0.2)));
        restart();
        catalogue.putPlace(LAPTOP, book, PlaceUpdate.unnumbered(new Place(3, 0.3)));
        assertEquals(
                3, catalogue.putPlace(LAPTOP, book, update(1, 1)).count(), "and later updates go on above their own");
        assertEquals(List.of(3L), anchors(catalogue.positions(LAPTOP, book)));
    }

    @Test
    void theServersOrderDoesNotDependOnTheDevicesClocks() throws Exception {
        long book = bookOf("one.lines", "Alice");
        catalogue.putPlace(LAPTOP, book, new PlaceUpdate(new Place(1, 0.1), count(1), OptionalLong.of(Long.MAX_VALUE)));
        catalogue.putPlace(PHONE, book, new PlaceUpdate(new Place(2, 0.2), count(1), OptionalLong.of(-5)));
        assertEquals(List.of(2L, 1L), anchors(catalogue.positions(LAPTOP, book)));
        restart();
        assertEquals(List.of(2L, 1L), anchors(catalogue.positions(LAPTOP, book)));
    }

    @Test
    void whatIsToldIsOnTheDiskSoonWithoutBeingAskedFor() throws Exception {
        long book = bookOf("one.lines", "Alice");
        for (int i = 1; i <= 50; i++) {
            catalogue.putPlace(LAPTOP, book, update(i, i));
        }
        while (!List.of(50L).equals(numbers("positions.db", "select anchor from position"))) {
            Thread.onSpinWait();
        }
    }

    @Test
    void placesOutliveADamagedCatalogueAndKeepTheirBooks() throws Exception {
        write("a.lines", "Alice");
        write("b.lines", "Bob");
        Path gone = write("c.lines", "Carol");
        start();
        awaitShelf(books -> books.size() == 3 && books.stream().allMatch(book -> book.status() == Status.READY));
        long second = catalogue.bookNamed("b.lines").orElseThrow().id();
        long third = catalogue.bookNamed("c.lines").orElseThrow().id();
        catalogue.putPlace(LAPTOP, second, update(20, 1));
        catalogue.putPlace(LAPTOP, third, update(30, 1));
        String identity = catalogue.identity();
        catalogue.stop();
        Files.delete(library.resolve("a.lines")); // a new catalogue would number the others from 1
        Files.delete(gone);
        Files.writeString(data.resolve("catalogue.db"), "this is no database, however long one looks. ".repeat(99));
        start();
        CatalogueBook found = await(book -> book.name().equals("b.lines") && book.status() == Status.READY);
        assertTrue(!identity.equals(catalogue.identity()), "it is another catalogue");
        assertEquals(List.of(20L), anchors(catalogue.positions(found.id())));
        write("c.lines", "Carol");
        CatalogueBook back = await(book -> book.name().equals("c.lines") && book.status() == Status.READY);
        assertEquals(List.of(30L), anchors(catalogue.positions(back.id())));
        assertEquals(List.of(found, back), shelf());
        restart();
        assertEquals(List.of(30L), anchors(catalogue.positions(back.id())), "once is enough");
    }

    @Test
    void aBookThatWasRenamedWhileTheCatalogueWasLostKeepsItsPlaces() throws Exception {
        long book = bookOf("one.lines", "Alice");
        catalogue.putPlace(LAPTOP, book, update(20, 1));
        catalogue.stop();
        Files.delete(data.resolve("catalogue.db"));
        Files.move(library.resolve("one.lines"), library.resolve("two.lines"));
        start();
        awaitShelf(books -> books.stream()
                .anyMatch(found -> found.id() == book
                        && found.name().equals("two.lines")
                        && found.format().equals("LINES")
                        && found.status() == Status.READY));
        assertEquals(1, shelf().size());
        assertEquals(List.of(20L), anchors(catalogue.positions(book)));
        assertEquals("Alice", catalogue.openText(book, 4096).page(0).text());
    }

    @Test
    void anotherCatalogueFindsItsBooksByNameAndByContent() throws Exception {
        write("a.lines", "Alice");
        write("b.lines", "Bob");
        start();
        awaitShelf(books -> books.size() == 2 && books.stream().allMatch(book -> book.status() == Status.READY));
        catalogue.putPlace(LAPTOP, catalogue.bookNamed("a.lines").orElseThrow().id(), update(10, 1));
        catalogue.putPlace(LAPTOP, catalogue.bookNamed("b.lines").orElseThrow().id(), update(20, 1));
        catalogue.stop();
        Path places = Files.move(data.resolve("positions.db"), folder.resolve("positions.db"));
        data = folder.resolve("other");
        Files.move(library.resolve("a.lines"), library.resolve("z.lines"));
        write("0.lines", "Zero");
        start();
        awaitShelf(books -> books.size() == 3 && books.stream().allMatch(book -> book.status() == Status.READY));
        catalogue.stop();
        Files.move(places, data.resolve("positions.db"), StandardCopyOption.REPLACE_EXISTING);
        start();
        assertEquals(List.of(), anchorsOf("0.lines"));
        assertEquals(List.of(10L), anchorsOf("z.lines"));
        assertEquals(List.of(20L), anchorsOf("b.lines"));
    }

    @Test
    void aCatalogueThatWasRestoredFromABackupDoesNotMixItsBooks() throws Exception {
        write("a.lines", "Alice");
        start();
        await(book -> book.status() == Status.READY);
        catalogue.stop();
        Path backup = Files.copy(data.resolve("catalogue.db"), folder.resolve("backup.db"));
        write("b.lines", "Bob");
        start();
        CatalogueBook later = await(book -> book.name().equals("b.lines") && book.status() == Status.READY);
        catalogue.putPlace(LAPTOP, later.id(), update(20, 1));
        catalogue.stop();
        Files.move(backup, data.resolve("catalogue.db"), StandardCopyOption.REPLACE_EXISTING);
        Files.move(library.resolve("b.lines"), folder.resolve("b.lines"));
        write("0.lines", "Zero"); // would get the number that Bob had
        start();
        await(book -> book.name().equals("0.lines") && book.status() == Status.READY);
        assertEquals(List.of(), anchorsOf("0.lines"));
        Files.move(folder.resolve("b.lines"), library.resolve("b.lines"));
        await(book -> book.name().equals("b.lines") && book.status() == Status.READY);
        assertEquals(List.of(20L), anchorsOf("b.lines"));
    }

    @Test
    void thePlacesOfAnOlderVersionAreMovedOnce() throws Exception {
        Files.createDirectories(data);
        try (InputStream old = getClass().getResourceAsStream("catalogue-of-0.1.0.db")) {
            Files.copy(old, data.resolve("catalogue.db"));
        }
        start();
        Position moved = catalogue.positions(new Reader("alice", "new"), 1).get(0);
        assertEquals(
                new Position(new Reader("alice", "laptop"), new Place(8, 0.6), Positions.UNKNOWN_TIME, 1, 4), moved);
        assertEquals(List.of(8L, 9L), anchors(catalogue.positions(1)));
        assertEquals(List.of(3L), anchors(catalogue.positions(2)));
        assertEquals(
                5,
                catalogue
                        .putPlace(new Reader("alice", "phone"), 1, update(11, 2))
                        .sequence());
        catalogue.stop();
        assertEquals(List.of(0L), numbers("catalogue.db", "select count(*) from position"));
        start();
        assertEquals(List.of(11L, 8L), anchors(catalogue.positions(1)));
    }

    @Test
    void aDamagedFileOfPlacesIsSetAsideAndMadeAnew() throws Exception {
        long book = bookOf("one.lines", "Alice");
        catalogue.stop();
        Files.writeString(data.resolve("positions.db"), "this is no database, however long one looks. ".repeat(99));
        start();
        assertEquals(List.of(), catalogue.positions(book));
        catalogue.putPlace(LAPTOP, book, update(1, 1));
        try (Stream<Path> files = Files.list(data)) {
            assertTrue(files.anyMatch(file -> file.getFileName().toString().startsWith("positions.db.damaged-")));
        }
        assertEquals(
                List.of("one.lines"), shelf().stream().map(CatalogueBook::name).toList());
    }

    @Test
    void aFileOfPlacesThatIsRemovedWhileItIsOpenIsWrittenAgain() throws Exception {
        long book = bookOf("one.lines", "Alice");
        catalogue.putPlace(LAPTOP, book, update(1, 1));
        while (!List.of(1L).equals(numbers("positions.db", "select anchor from position"))) {
            Thread.onSpinWait();
        }
        Files.delete(data.resolve("positions.db"));
        catalogue.putPlace(PHONE, book, update(2, 1));
        restarts.acquire();
        catalogue.putPlace(PHONE, book, update(3, 2));
        restart();
        assertEquals(List.of(3L, 1L), anchors(catalogue.positions(book)));
        Files.delete(data.resolve("positions.db"));
        restart();
        assertEquals(List.of(3L, 1L), anchors(catalogue.positions(book)), "also when nothing is told any more");
    }

    @Test
    void aCopyHasAllThatWasTold() throws Exception {
        long book = bookOf("one.lines", "Alice");
        catalogue.putPlace(LAPTOP, book, update(1, 1));
        catalogue.stop();
        catalogue = null;
        Path copy = folder.resolve("copy's.db");
        try (Database database = new Database(
                        new DatabaseFile(data.resolve("catalogue.db"), "The catalogue", Schema.VERSIONS), "test");
                Positions positions = new Positions(data.resolve("positions.db"), database)) {
            positions.put(PHONE, book, update(2, 1));
            positions.copyTo(copy);
            assertEquals(List.of(1L, 2L), numbers(copy, "select anchor from position order by anchor"));
        }
    }

    @Test
    void theShellTellsWhoReadsABook() throws Exception {
        long book = bookOf("one.lines", "Alice");
        PositionCommands commands = new PositionCommands(catalogue);
        assertEquals("Nobody has opened one.lines", ShellLine.run(commands, "positions", "BOOK", "one"));
        catalogue.putPlace(LAPTOP, book, update(7, 1));
        catalogue.putPlace(new Reader("bob\u001b[2J", "0123456789"), book, update(9, 1));
        List<String> lines =
                ShellLine.run(commands, "positions", "BOOK", "one").lines().toList();
        assertTrue(
                lines.get(0).matches("50\\.0 %\\|byte 7\\|2023-11-1\\d \\d\\d:13\\|alice\\|书房电脑 \\(5f0c\\)"),
                lines.get(0));
        assertTrue(lines.get(1).endsWith("bob\\u001b[2J|01234567"), lines.get(1));
    }

    private long bookOf(String name, String text) throws Exception {
        write(name, text);
        start();
        return await(found -> found.status() == Status.READY).id();
    }

    private static PlaceUpdate update(long anchor, long count) {
        return new PlaceUpdate(new Place(anchor, 0.5), count(count), OptionalLong.of(TIME));
    }

    private static OptionalLong count(long count) {
        return OptionalLong.of(count);
    }

    private List<Long> anchorsOf(String name) throws Exception {
        return anchors(
                catalogue.positions(catalogue.bookNamed(name).orElseThrow().id()));
    }

    private static List<Long> anchors(List<Position> positions) {
        return positions.stream().map(position -> position.place().anchor()).toList();
    }

    private List<Long> numbers(String file, String sql) throws SQLException {
        return numbers(data.resolve(file), sql);
    }

    /** As somebody else who opens the file. */
    private static List<Long> numbers(Path file, String sql) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                numbers.add(result.getLong(1));
            }
        }
        return numbers;
    }
}
