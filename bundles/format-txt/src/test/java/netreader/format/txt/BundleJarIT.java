package netreader.format.txt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.stream.Stream;
import netreader.format.Book;
import netreader.format.OpenOptions;
import netreader.format.Work;
import netreader.format.kit.BundleJar;
import netreader.format.kit.Sample;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The built bundle, alone. */
class BundleJarIT {
    private static final BundleJar JAR = new BundleJar(Path.of("target/format-txt-0.1.0.jar"));
    private static final Sample BOOK = Sample.of(Path.of("../../library/论语.txt"));

    @TestFactory
    Stream<DynamicNode> travelsAlone() {
        return JAR.tests(BOOK);
    }

    @Test
    void findsCharsetAndChaptersWithoutAnyOtherJar() throws Exception {
        try (Book book = JAR.load().open(BOOK.source(), OpenOptions.defaults(Path.of("target")))) {
            assertTrue(book.pageText(0).startsWith("论语"));
            assertEquals(20, book.outline(Work.UNCANCELLED).entries().size());
        }
    }
}
