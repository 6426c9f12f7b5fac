package netreader.format.txt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import netreader.format.Book;
import netreader.format.BookFormat;
import netreader.format.BookSource;
import netreader.format.OpenOptions;
import netreader.format.Work;
import org.junit.jupiter.api.Test;

/** The built bundle, alone. */
class BundleJarIT {
    private static final Path JAR = Path.of("target/format-txt-0.1.0.jar");

    /** The JDK and the SPI, as the framework gives them to the bundle; nothing else of the tests' class path. */
    private static final class SpiOnly extends ClassLoader {
        SpiOnly() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.matches("netreader\\.format\\.[A-Z].*")) {
                return BookFormat.class.getClassLoader().loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }

    private static BookFormat formatFrom(Path jar) throws Exception {
        URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, new SpiOnly());
        Class<?> type = loader.loadClass("netreader.format.txt.TxtFormat");
        assertEquals(loader, type.getClassLoader());
        return (BookFormat) type.getConstructor().newInstance();
    }

    @Test
    void importsOnlyTheSpiAndTheJdk() throws Exception {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            String imports = jar.getManifest().getMainAttributes().getValue("Import-Package");
            List<String> strange = Arrays.stream(
                            imports.replaceAll("\"[^\"]*\"", "").split(","))
                    .map(each -> each.replaceAll(";.*", ""))
                    .filter(each -> !each.matches("netreader\\.format|javax\\..*|org\\.w3c\\..*|org\\.xml\\..*"))
                    .toList();
            assertEquals(List.of(), strange);
        }
    }

    @Test
    void readsBooksWithoutAnyOtherJar() throws Exception {
        BookFormat format = formatFrom(JAR);
        byte[] bytes = Files.readAllBytes(Path.of("../../library/论语.txt"));
        try (Book book = format.open(BookSource.of(bytes), OpenOptions.defaults(Path.of("target")))) {
            assertTrue(book.pageText(0).startsWith("论语"));
            assertEquals(20, book.outline(Work.UNCANCELLED).entries().size());
        }
    }
}
