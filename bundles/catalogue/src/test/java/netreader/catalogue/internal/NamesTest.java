package netreader.catalogue.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import netreader.catalogue.BookFile;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueBook.Status;
import netreader.catalogue.OpenText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class NamesTest extends LibraryFixture {
    @Test
    void namesOfAnyKindAreBooks() throws Exception {
        List<String> names = List.of(
                "new\nline.lines",
                "tab\there.lines",
                "emoji 📚👨‍👩‍👧.lines",
                "古文 观止.lines",
                "x".repeat(249) + ".lines",
                "\u202egpj.lines",
                "Case.lines",
                "case.lines",
                Normalizer.normalize("café.lines", Normalizer.Form.NFC),
                Normalizer.normalize("café.lines", Normalizer.Form.NFD),
                "$(touch x) `id` 100%.lines",
                "back\\slash.lines",
                "-rf.lines");
        for (String name : names) {
            write(name, "Text of " + name);
        }
        start();
        List<CatalogueBook> shelf = awaitShelf(books ->
                books.size() == names.size() && books.stream().allMatch(book -> book.status() == Status.READY));
        assertEquals(
                names.stream().sorted().toList(),
                shelf.stream().map(CatalogueBook::name).sorted().toList());
        for (CatalogueBook book : shelf) {
            catalogue.openFile(book.id(), book.version()).close();
        }
    }

    @Test
    void filesWhoseNamesAreNoTextAreReadToo() throws Exception {
        shell("mkdir \"$(printf 'dir-\\376')\" && cd \"$(printf 'dir-\\376')\""
                + " && printf Alice > \"$(printf 'bad-\\377.lines')\" && printf Bob > \"$(printf 'bad-\\376.lines')\"");
        start();
        List<CatalogueBook> shelf = awaitShelf(
                books -> books.size() == 2 && books.stream().allMatch(book -> book.status() == Status.READY));
        assertEquals(
                List.of("Alice", "Bob"),
                shelf.stream().map(CatalogueBook::title).sorted().toList());
        restart();
        for (CatalogueBook book : shelf) {
            assertEquals(book, catalogue.book(book.id()));
            try (BookFile file = catalogue.openFile(book.id(), book.version());
                    OpenText text = catalogue.openText(book.id(), 4096)) {
                assertEquals(book.size(), file.size());
                assertEquals(book.title(), text.page(0).text());
            }
        }
    }

    private void shell(String command) throws Exception {
        Process process = new ProcessBuilder("sh", "-c", command)
                .directory(library.toFile())
                .start();
        assertEquals(0, process.waitFor());
    }

    @Test
    void theShellShowsEachBookOnALineOfItsOwn() throws Exception {
        write("new\nline\u001b[31m.lines", "Alice");
        start();
        await(book -> book.status() == Status.READY);
        String books = ShellLine.run(new BookCommands(catalogue), "books");
        assertEquals(1, books.lines().count());
        assertTrue(books.contains("|new\\nline\\u001b[31m.lines|"), books);
    }

    @Test
    void symbolicLinksAreNotFollowed() throws Exception {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("secret.lines"), "Secret");
        Files.createSymbolicLink(library.resolve("folder"), outside);
        Files.createSymbolicLink(library.resolve("file.lines"), outside.resolve("secret.lines"));
        Files.createSymbolicLink(library.resolve("loop"), library);
        write("one.lines", "Alice");
        start();
        await(book -> book.status() == Status.READY);
        assertEquals(1, shelf().size());
    }
}
