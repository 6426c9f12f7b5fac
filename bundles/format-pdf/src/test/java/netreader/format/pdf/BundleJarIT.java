package netreader.format.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.stream.Stream;
import netreader.format.Book;
import netreader.format.BookSource;
import netreader.format.OpenOptions;
import netreader.format.Work;
import netreader.format.kit.BundleJar;
import netreader.format.kit.Sample;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The built bundle, alone. */
class BundleJarIT {
    private static final BundleJar JAR = new BundleJar(Path.of("target/format-pdf-0.1.0.jar"));
    private static final String BOOK = "Debian 参考手册.pdf";

    @TestFactory
    Stream<DynamicNode> travelsAlone() throws Exception {
        return JAR.tests(Sample.of(BOOK, TestPdf.sample(BOOK)));
    }

    @Test
    void readsTextAsWithAllOfTheClassPath() throws Exception {
        byte[] bytes = TestPdf.sample(BOOK);
        OpenOptions options = OpenOptions.defaults(Path.of("target/pdf-cache"));
        try (Book book = JAR.load().open(BookSource.of(bytes), options);
                PdfBook same = TestPdf.open(bytes)) {
            for (int page = 0; page < 40; page++) {
                assertEquals(same.pageText(page), book.pageText(page));
            }
            assertTrue(book.pageText(20).contains("Debian"), book.pageText(20));
        }
        // The standard fonts, whose metrics are resources of PDFBox.
        byte[] standard = TestPdf.saved(TestPdf.onePage(0));
        try (Book book = JAR.load().open(BookSource.of(standard), options)) {
            assertEquals("Hello reader\n", book.pageText(0));
            assertTrue(book.cover(200, Work.UNCANCELLED).isPresent());
        }
    }
}
