package netreader.format.pdf;

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
}
