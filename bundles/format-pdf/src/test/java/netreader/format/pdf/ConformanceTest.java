package netreader.format.pdf;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import netreader.format.FormatException.Reason;
import netreader.format.kit.Conformance;
import netreader.format.kit.Sample;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class ConformanceTest {
    private static final Path LIBRARY = Path.of("../../library");

    @TestFactory
    Stream<DynamicNode> keepsThePromisesOfTheSpi() throws Exception {
        return Conformance.of(new PdfFormat())
                .with(Sample.of(LIBRARY.resolve("Debian 参考手册.pdf")).pages(251))
                .with(Sample.of("one page.pdf", TestPdf.saved(TestPdf.onePage(90)))
                        .pages(1))
                .with(Sample.of("encrypted.pdf", TestPdf.encrypted("秘密"))
                        .password("秘密")
                        .pages(1))
                .with(Sample.of("empty.pdf", new byte[0]).refused(Reason.DAMAGED))
                .tests();
    }

    @TestFactory
    Stream<DynamicNode> keepsThemWithTheCorpusToo() {
        Path pdfs = CorpusTest.CORPUS.resolve("pdf");
        assumeTrue(Files.isDirectory(pdfs), "no corpus at hand");
        Path torture = pdfs.resolve("torture/pdfium");
        return Conformance.of(new PdfFormat())
                .with(Sample.of(pdfs.resolve("books/refcard-zh_CN-a4.pdf")).pages(2))
                .with(Sample.of(torture.resolve("page_labels.pdf")).pages(7))
                .with(Sample.of(torture.resolve("encrypted.pdf")).password("1234"))
                .with(Sample.of(torture.resolve("bug_216.pdf")).pages(0))
                .with(Sample.of(torture.resolve("bug_344.pdf")).refused(Reason.DAMAGED))
                .tests();
    }
}
