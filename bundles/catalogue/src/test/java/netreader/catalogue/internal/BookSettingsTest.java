package netreader.catalogue.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import netreader.catalogue.BookSetting;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueBook.Status;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.CatalogueException.Problem;
import netreader.catalogue.OpenText;
import netreader.catalogue.Place;
import netreader.catalogue.PlaceUpdate;
import netreader.catalogue.Reader;
import netreader.shell.CommandException;
import netreader.shell.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BookSettingsTest extends LibraryFixture {
    private static final Reader ALICE = new Reader("alice", "laptop");

    @Test
    void aChoiceIsReadAtOnceAndAnnounced() throws Exception {
        CatalogueBook before = book("Alice\nin Wonderland");
        catalogue.set(before.id(), Map.of("voice", "LOUD"));
        CatalogueBook after = catalogue.book(before.id());
        assertEquals("ALICE", after.title());
        assertEquals(Map.of("voice", "loud"), after.settings());
        assertEquals(Status.READY, after.status());
        assertEquals(before.sha256(), after.sha256());
        long revision = catalogue.revision();
        catalogue.set(before.id(), Map.of("voice", ""));
        assertEquals(List.of(before), catalogue.changesSince(revision, 10).books());
        assertEquals(
                List.of(new BookSetting(TestFormats.LINES.settings().get(0), "")), catalogue.settings(before.id()));
    }

    @Test
    void whoHasTheBookOpenIsToldAndFindsThePlaceAgain() throws Exception {
        CatalogueBook book = book("0123456789abcdefghij!");
        catalogue.putPlace(ALICE, book.id(), PlaceUpdate.unnumbered(new Place(1, 0.5)));
        try (OpenText text = catalogue.openText(book.id(), 4096)) {
            assertEquals("abcdefghij", text.page(1).text());
            catalogue.set(book.id(), Map.of("voice", "loud"));
            assertEquals(
                    Problem.CHANGED,
                    assertThrows(CatalogueException.class, () -> text.page(1)).problem());
            try (OpenText again = catalogue.openText(book.id(), 4096)) {
                assertEquals("ABCDEFGHIJ", again.pageAt(1).text());
                assertEquals(
                        Problem.CHANGED,
                        assertThrows(CatalogueException.class, () -> text.pageAt(1))
                                .problem());
            }
        }
        assertEquals(
                new Place(1, 0.5), catalogue.positions(ALICE, book.id()).get(0).place());
    }

    @Test
    void aTextOpenedBeforeAChoiceWasTakenBackIsNotShared() throws Exception {
        CatalogueBook book = book("0123456789abc");
        try (OpenText old = catalogue.openText(book.id(), 4096)) {
            catalogue.set(book.id(), Map.of("voice", "loud"));
            catalogue.set(book.id(), Map.of("voice", ""));
            try (OpenText again = catalogue.openText(book.id(), 4096)) {
                assertEquals("abc", again.page(1).text());
            }
            assertEquals(Problem.CHANGED, awaitProblem(old));
        }
    }

    @Test
    void aChoiceThatIsMadeAlreadyDisturbsNobody() throws Exception {
        CatalogueBook book = book("0123456789abc");
        catalogue.set(book.id(), Map.of("voice", "loud"));
        long revision = catalogue.revision();
        try (OpenText text = catalogue.openText(book.id(), 4096)) {
            catalogue.set(book.id(), Map.of("voice", "Loud"));
            assertEquals("ABC", text.page(1).text());
        }
        assertEquals(revision, catalogue.revision());
    }

    @Test
    void choicesOutliveARestartAndAnotherFileOfTheSameName() throws Exception {
        CatalogueBook book = book("Alice");
        catalogue.set(book.id(), Map.of("voice", "loud"));
        restart();
        await(found -> found.title().equals("ALICE"));
        write("one.lines", "Bob the Builder");
        await(found -> found.title().equals("BOB THE BUILDER"));
        Files.delete(library.resolve("one.lines"));
        awaitShelf(List::isEmpty);
        write("one.lines", "Carol");
        await(found -> found.title().equals("CAROL") && found.status() == Status.READY);
    }

    @Test
    void whatTheFormatDoesNotKnowIsRefusedWithASentenceAndChangesNothing() throws Exception {
        CatalogueBook book = book("Alice");
        CatalogueException name =
                assertThrows(CatalogueException.class, () -> catalogue.set(book.id(), Map.of("colour", "blue")));
        assertEquals(Problem.BAD_SETTING, name.problem());
        assertEquals("A LINES has no setting \"colour\"; it has voice", name.getMessage());
        CatalogueException value =
                assertThrows(CatalogueException.class, () -> catalogue.set(book.id(), Map.of("voice", "shrill")));
        assertEquals(Problem.BAD_SETTING, value.problem());
        assertEquals("one.lines cannot be read so: The voice shrill is not known", value.getMessage());
        assertEquals(
                Problem.NOT_FOUND,
                assertThrows(CatalogueException.class, () -> catalogue.set(99, Map.of()))
                        .problem());
        assertEquals(book, catalogue.book(book.id()));
    }

    @Test
    void aSettingIsTakenBackWhereTheBookCannotBeReadAnyway() throws Exception {
        CatalogueBook book = book("Alice");
        catalogue.set(book.id(), Map.of("voice", "loud"));
        write("one.lines", "bad Alice");
        await(found -> found.status() == Status.QUARANTINED);
        catalogue.set(book.id(), Map.of("voice", ""));
        assertEquals(Map.of(), catalogue.book(book.id()).settings());
        assertEquals(Status.QUARANTINED, catalogue.book(book.id()).status());
    }

    @Test
    void settingsAreTriedWithoutKeepingThem() throws Exception {
        CatalogueBook book = book("Alice");
        try (OpenText text = catalogue.openText(book.id(), 4096, Map.of("voice", "loud"))) {
            assertEquals("ALICE", text.page(0).text());
        }
        assertEquals(book, catalogue.book(book.id()));
        assertEquals(
                Problem.UNSUPPORTED,
                assertThrows(
                                CatalogueException.class,
                                () -> catalogue.openText(book.id(), 4096, Map.of("voice", "shrill")))
                        .problem());
    }

    @Test
    void theShellShowsChangesAndResetsSettings() throws Exception {
        CatalogueBook book = book("Alice");
        SettingCommands shell = new SettingCommands(catalogue);
        assertEquals("voice|(automatic)|Voice|loud, low", ShellLine.run(shell, "set", "BOOK", "one"));
        assertEquals(
                "voice|low|Voice|loud, low",
                ShellLine.run(shell, "set", "BOOK", "one.lines", "NAME=VALUE", "voice=low"));
        assertEquals(Map.of("voice", "low"), catalogue.book(book.id()).settings());
        String id = Long.toString(book.id());
        assertEquals(
                "voice|(automatic)|Voice|loud, low", ShellLine.run(shell, "set", "BOOK", id, "NAME=VALUE", "voice="));
        OutlineCommands outlines = new OutlineCommands(catalogue);
        assertEquals("0 entries", ShellLine.run(outlines, "outline", "BOOK", "Alice", "NAME=VALUE", "voice=loud"));
        assertTrue(assertThrows(
                        UsageException.class, () -> ShellLine.run(shell, "set", "BOOK", "Alice", "NAME=VALUE", "voice"))
                .getMessage()
                .contains("voice"));
        assertEquals(
                "There is no book \"Dinah\"",
                assertThrows(CommandException.class, () -> ShellLine.run(shell, "set", "BOOK", "Dinah"))
                        .getMessage());
        assertEquals(
                "There is no charset to choose for a LINES",
                assertThrows(CommandException.class, () -> ShellLine.run(shell, "charset", "BOOK", "Alice"))
                        .getMessage());
    }

    private CatalogueBook book(String text) throws Exception {
        write("one.lines", text);
        start();
        return await(found -> found.status() == Status.READY);
    }
}
