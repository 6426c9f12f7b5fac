package netreader.format.kit;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import netreader.format.Book;
import netreader.format.BookFormat;
import netreader.format.Delivery;
import netreader.format.FlowingBook;
import netreader.format.OpenOptions;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * The built jar of a format, as an installation gets it: looked at from outside, and loaded with nothing but the SPI and
 * the JDK. For tests that run when the jar is there, such as those of Maven's Failsafe plug-in.
 */
public record BundleJar(Path jar) {
    /** What may be imported beside the SPI: packages of the JDK that every framework hands on. */
    private static final String OF_THE_JDK = "(javax|org\\.w3c|org\\.xml)\\..*";

    private static final String SPI = "netreader.format";

    public BundleJar {
        if (!Files.isRegularFile(jar)) {
            throw new IllegalArgumentException("There is no jar " + jar.toAbsolutePath() + "; it is built by package");
        }
    }

    /** The JDK and the SPI, as the framework gives them to the bundle; nothing else of the tests' class path. */
    private static final class SpiOnly extends ClassLoader {
        SpiOnly() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith(SPI + ".") && name.lastIndexOf('.') == SPI.length()) {
                return BookFormat.class.getClassLoader().loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }

    /**
     * The tests that every format's jar passes; for a method with {@code @TestFactory}.
     *
     * @param books that the format reads
     */
    public Stream<DynamicNode> tests(Sample... books) {
        return Stream.concat(
                Stream.of(
                        DynamicTest.dynamicTest("The jar imports only the SPI and the JDK", this::importsLittle),
                        DynamicTest.dynamicTest("The jar says what format it is", this::saysWhatItIs)),
                Arrays.stream(books)
                        .map(book -> DynamicTest.dynamicTest(
                                "The jar reads " + book.name() + " without any other", () -> readsAlone(book))));
    }

    /**
     * The format, made as the framework makes it, by a class loader of its own that never closes: a test ends with its
     * process.
     *
     * @throws IOException if the jar has no component that is a format, or that cannot be made without a configuration
     */
    public BookFormat load() throws IOException {
        String name = FormatComponent.of(jar).className();
        URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, new SpiOnly());
        try {
            Class<?> type = loader.loadClass(name);
            return (BookFormat) type.getConstructor().newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new IOException("The component " + name + " of " + jar.getFileName() + " cannot be made: " + e, e);
        }
    }

    private void importsLittle() throws IOException {
        List<String> strange = imports().stream()
                .filter(each -> !each.equals(SPI) && !each.matches(OF_THE_JDK))
                .toList();
        Assertions.assertEquals(
                List.of(),
                strange,
                "Nobody exports these packages to formats; put them into the jar or leave them out (\"Libraries\" in "
                        + "docs/writing-a-format.md)");
    }

    private List<String> imports() throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            String header = file.getManifest().getMainAttributes().getValue("Import-Package");
            return header == null
                    ? List.of()
                    : Arrays.stream(header.replaceAll("\"[^\"]*\"", "").split(","))
                            .map(each -> each.replaceAll(";.*", ""))
                            .toList();
        }
    }

    private void saysWhatItIs() throws IOException {
        FormatComponent component = FormatComponent.of(jar);
        Assertions.assertFalse(component.values(BookFormat.NAME).isEmpty(), "The component has no " + BookFormat.NAME);
        Assertions.assertFalse(
                component.values(BookFormat.MEDIA_TYPE).isEmpty(), "The component has no " + BookFormat.MEDIA_TYPE);
        List<String> extensions = component.values(BookFormat.EXTENSIONS);
        Assertions.assertTrue(
                !extensions.isEmpty() && extensions.stream().allMatch(each -> each.matches("[\\p{Ll}\\d_-]+")),
                "Extensions are written in lower case and without a dot: " + extensions);
        Assertions.assertTrue(delivery(component) != null, "The delivery is file or pages");
    }

    private static Delivery delivery(FormatComponent component) {
        return component.values(BookFormat.DELIVERY).stream()
                .flatMap(value -> Delivery.of(value).stream())
                .findFirst()
                .orElse(null);
    }

    private void readsAlone(Sample sample) throws Exception {
        Path cache = TestFolders.create();
        BookFormat format = load();
        OpenOptions options = new OpenOptions(sample.password(), OpenOptions.DEFAULT_PAGE_BYTES, Map.of(), cache);
        try (Book book = format.open(sample.source(), options)) {
            Delivery fit = book instanceof FlowingBook ? Delivery.PAGES : Delivery.FILE;
            Assertions.assertEquals(fit, delivery(FormatComponent.of(jar)), "The delivery does not fit the book");
            for (int page : Subject.somePages(book)) {
                Calls.ofPage(book, page).forEach(call -> Calls.requireAnswer(call, book));
            }
            Calls.ofBook().forEach(call -> Calls.requireAnswer(call, book));
        } finally {
            TestFolders.delete(cache);
        }
    }
}
