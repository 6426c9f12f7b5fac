package netreader.format.pdf;

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
    private static final Path JAR = Path.of("target/format-pdf-0.1.0.jar");

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
        Class<?> type = loader.loadClass("netreader.format.pdf.PdfFormat");
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
        byte[] bytes = Files.readAllBytes(Path.of("../../library/Debian 参考手册.pdf"));
        try (Book book = format.open(BookSource.of(bytes), OpenOptions.defaults(Path.of("target/pdf-cache")));
                PdfBook same = TestPdf.open(bytes)) {
            for (int page = 0; page < 40; page++) {
                assertEquals(same.pageText(page), book.pageText(page));
            }
            assertTrue(book.pageText(20).contains("Debian"), book.pageText(20));
            assertTrue(book.cover(200, Work.UNCANCELLED).isPresent());
        }
        // The standard fonts, whose metrics are resources of PDFBox.
        byte[] standard = TestPdf.saved(TestPdf.onePage(0));
        try (Book book = format.open(BookSource.of(standard), OpenOptions.defaults(Path.of("target/pdf-cache")))) {
            assertEquals("Hello reader\n", book.pageText(0));
            assertTrue(book.cover(200, Work.UNCANCELLED).isPresent());
        }
    }
}
