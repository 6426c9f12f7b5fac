package netreader.dialect.classic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import netreader.catalogue.Catalogue;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueBook.Status;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.internal.TestCatalogue;
import netreader.format.registry.internal.TestRegistry;
import netreader.format.txt.TxtFormat;
import netreader.transport.internal.TestListener;

/** A whole server, real but for the framework and the formats beside TXT, with this dialect only. */
final class TestServer implements AutoCloseable {
    final TestRegistry formats = new TestRegistry();
    final TestBooks books = new TestBooks();
    private final Path folder;
    private final Path library;
    private final TestCatalogue catalogue;
    private final ClassicDialect dialect;
    private final TestListener listener;

    TestServer(Path folder, Map<String, Object> transport) throws IOException {
        this.folder = folder;
        this.library = Files.createDirectories(folder.resolve("library"));
        formats.add(new TxtFormat(), "TXT", "txt", "pages");
        formats.add(books, "OWN", "own", "pages");
        formats.add(books, "PIC", "pic", "file");
        this.catalogue = new TestCatalogue(library, folder.resolve("data"), formats.registry());
        this.dialect = new ClassicDialect(catalogue.catalogue());
        this.listener = new TestListener(transport, dialect);
    }

    ClassicClient connect() throws IOException {
        return new ClassicClient(listener.port());
    }

    Catalogue catalogue() {
        return catalogue.catalogue();
    }

    TestListener listener() {
        return listener;
    }

    /** Puts a file into the library. */
    Path put(String name, byte[] content) throws IOException {
        Path file = library.resolve(name);
        Files.createDirectories(file.getParent());
        // Written elsewhere and moved, with an old time: the scan need not wait for it to be quiet.
        Path written = Files.write(folder.resolve("written"), content);
        Files.setLastModifiedTime(written, FileTime.from(Instant.now().minusSeconds(1000 + content.length)));
        return Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Waits until so many books are on the shelf and have been read. */
    void awaitBooks(int number) throws Exception {
        awaitShelf(
                shelf -> shelf.size() == number && shelf.stream().noneMatch(book -> book.status() == Status.PENDING));
    }

    /** The test's own timeout ends a wait in vain. */
    void awaitShelf(Predicate<List<CatalogueBook>> wanted) throws Exception {
        Object announced = new Object();
        try (AutoCloseable listening = catalogue().listen(revision -> {
            synchronized (announced) {
                announced.notifyAll();
            }
        })) {
            while (!wanted.test(shelf())) {
                synchronized (announced) {
                    announced.wait(100);
                }
            }
        }
    }

    List<CatalogueBook> shelf() throws CatalogueException {
        return catalogue().changesSince(0, 1000).books();
    }

    void stopListening() throws IOException {
        listener.close();
    }

    @Override
    public void close() throws Exception {
        listener.close();
        dialect.stop();
        books.gate.countDown();
        catalogue.close();
    }
}
