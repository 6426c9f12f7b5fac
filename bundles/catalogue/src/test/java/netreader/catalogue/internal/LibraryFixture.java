package netreader.catalogue.internal;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import netreader.catalogue.Catalogue;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.CatalogueException.Problem;
import netreader.catalogue.OpenText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** A catalogue over a library in a folder of its own, which a test fills. */
abstract class LibraryFixture {
    @TempDir
    Path folder;

    final TestFormats formats = new TestFormats();
    Path library;
    Path data;
    LibraryCatalogue catalogue;
    /** How often the catalogue had its bundle started again. */
    final Semaphore restarts = new Semaphore(0);
    /** As a configuration says it, a word a line; none, so that only texts are inspected. */
    String workerCommand = "";

    boolean watches = true;
    int rescanMillis = 50;

    @BeforeEach
    void makeFolders() throws IOException {
        library = Files.createDirectories(folder.resolve("library"));
        data = folder.resolve("data");
    }

    @AfterEach
    void stop() throws Exception {
        if (catalogue != null) {
            catalogue.stop();
        }
    }

    Path write(String name, String text) throws IOException {
        Path file = library.resolve(name);
        Files.createDirectories(file.getParent());
        // Written elsewhere and moved, with an old time: the scan need not wait for it to be quiet.
        Path written = Files.writeString(folder.resolve("written"), text);
        Files.setLastModifiedTime(written, FileTime.from(Instant.now().minusSeconds(1000 + text.length())));
        return Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void start() throws IOException {
        catalogue = new LibraryCatalogue(context(), config(), formats);
    }

    void restart() throws Exception {
        catalogue.stop();
        start();
    }

    List<CatalogueBook> shelf() throws CatalogueException {
        return catalogue.changesSince(0, 1000).books();
    }

    /** Asks for a page until that fails: a file is not looked at for each of many quick requests. */
    static Problem awaitProblem(OpenText text) {
        while (true) {
            try {
                text.page(0);
            } catch (CatalogueException e) {
                return e.problem();
            }
            Thread.onSpinWait();
        }
    }

    CatalogueBook await(Predicate<CatalogueBook> wanted) throws Exception {
        return awaitShelf(books -> books.stream().anyMatch(wanted)).stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }

    /** Waits for the catalogue's announcements; the test's own timeout ends a wait in vain. */
    List<CatalogueBook> awaitShelf(Predicate<List<CatalogueBook>> wanted) throws Exception {
        Object announced = new Object();
        try (AutoCloseable listening = ((Catalogue) catalogue).listen(revision -> {
            synchronized (announced) {
                announced.notifyAll();
            }
        })) {
            List<CatalogueBook> books = shelf();
            while (!wanted.test(books)) {
                synchronized (announced) {
                    announced.wait(100);
                }
                books = shelf();
            }
            return books;
        }
    }

    private BundleContext context() {
        return proxy(BundleContext.class, (method, arguments) -> {
            if (method.equals("getBundle")) {
                return proxy(Bundle.class, (call, none) -> {
                    if (call.equals("start")) {
                        restarts.release();
                    }
                    return null;
                });
            }
            throw (IOException) arguments[1]; // the catalogue registers only what keeps it from starting
        });
    }

    private interface Calls {
        Object answer(String method, Object[] arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Calls calls) {
        return type.cast(Proxy.newProxyInstance(
                LibraryFixture.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> calls.answer(method.getName(), arguments)));
    }

    private CatalogueConfig config() {
        Map<String, Object> values = Map.of(
                "library",
                library.toString(),
                "data",
                data.toString(),
                "rescanInMillis",
                rescanMillis,
                "inspectionTimeoutInSeconds",
                3,
                "watches",
                watches,
                "coverTimeoutInSeconds",
                3,
                "inspectionMemoryInMegabytes",
                64,
                "workerCommand",
                workerCommand);
        return (CatalogueConfig) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {CatalogueConfig.class},
                (proxy, method, arguments) -> values.get(method.getName()));
    }
}
