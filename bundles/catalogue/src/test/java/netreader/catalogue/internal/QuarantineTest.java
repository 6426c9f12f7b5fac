package netreader.catalogue.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueBook.Status;
import netreader.catalogue.internal.inspect.TestWorker;
import netreader.catalogue.internal.store.Schema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Books that the process which inspects them does not survive, in a catalogue. */
@Timeout(60)
class QuarantineTest extends LibraryFixture {
    @BeforeEach
    void inspectInAProcess() {
        workerCommand = String.join("\n", TestWorker.command());
    }

    @Test
    void aBookThatHangsHoldsUpNoText() throws Exception {
        write("a.sheets", "hang");
        write("b.sheets", "Bob");
        write("c.lines", "Carol");
        start();
        await(book -> book.name().equals("c.lines") && book.status() == Status.READY);
        assertEquals(Status.PENDING, named("a.sheets").status());
        CatalogueBook hanging = await(book -> book.name().equals("a.sheets") && book.status() != Status.PENDING);
        assertEquals(Status.QUARANTINED, hanging.status());
        assertEquals(Optional.of("Reading it took more than 3 s"), hanging.reason());
        CatalogueBook good = await(book -> book.name().equals("b.sheets") && book.status() != Status.PENDING);
        assertEquals(Status.READY, good.status());
        assertTrue(good.cover().isPresent());
    }

    @Test
    void aQuarantinedBookIsReadAgainWithAnotherBuildOfItsFormatOnly() throws Exception {
        write("a.sheets", "exitOnce " + folder.resolve("first") + "\n");
        write("b.sheets", "bad");
        Path mark = Files.createFile(folder.resolve("first"));
        start();
        CatalogueBook first = await(book -> book.name().equals("b.sheets") && book.status() == Status.QUARANTINED);
        await(book -> book.name().equals("a.sheets") && book.status() == Status.READY);
        Files.delete(mark);
        long revision = catalogue.revision();
        formats.setBuild("test 1.0.0 (build 2)");
        while (catalogue.changesSince(revision, 10).books().stream()
                .noneMatch(book -> book.status() == Status.QUARANTINED)) {
            Thread.onSpinWait();
        }
        assertEquals(List.of(first), catalogue.changesSince(revision, 10).books());
        assertTrue(Files.notExists(mark), "what is ready is not read again");
    }

    @Test
    void theShellListsQuarantinedBooksAndReadsOneAgain() throws Exception {
        write("a.sheets", "exit");
        write("b.sheets", "Bob");
        start();
        awaitShelf(books -> books.size() == 2 && books.stream().noneMatch(book -> book.status() == Status.PENDING));
        QuarantineCommands commands = new QuarantineCommands(catalogue);
        assertEquals(
                "1|a.sheets|SHEETS|The process that read it ended unexpectedly", ShellLine.run(commands, "quarantine"));
        write("a.sheets", "Alan");
        await(book -> book.title().equals("Alan"));
        assertEquals("No book is quarantined", ShellLine.run(commands, "quarantine"));
        assertEquals(
                "a.sheets is read again; nr:books tells what comes of it",
                ShellLine.run(commands, "retry", "BOOK", "a"));
        await(book -> book.name().equals("a.sheets") && book.status() == Status.READY);
    }

    @Test
    void withoutAProcessBooksWaitAndTextsAreServed() throws Exception {
        workerCommand = folder.resolve("no-java").toString();
        write("a.sheets", "Alan");
        write("b.lines", "Bob");
        start();
        await(book -> book.title().equals("Bob") && book.status() == Status.READY);
        assertEquals(Status.PENDING, named("a.sheets").status());
    }

    @Test
    void aCatalogueOfTheFirstSchemaIsTakenOver() throws Exception {
        Files.createDirectories(data);
        write("a.sheets", "Alan");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("catalogue.db"));
                Statement statement = connection.createStatement()) {
            for (String sql : Schema.VERSIONS.get(0)) {
                statement.execute(sql);
            }
            statement.execute("pragma user_version = 1");
        }
        start();
        await(book -> book.title().equals("Alan") && book.status() == Status.READY);
    }

    private CatalogueBook named(String name) throws Exception {
        return catalogue.bookNamed(name).orElseThrow();
    }
}
