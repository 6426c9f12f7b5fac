package netreader.format.txt;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import netreader.format.kit.Conformance;
import netreader.format.kit.Sample;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class ConformanceTest {
    private static final Path LIBRARY = Path.of("../../library");

    @TestFactory
    Stream<DynamicNode> keepsThePromisesOfTheSpi() {
        return Conformance.of(new TxtFormat())
                .with(Sample.of(LIBRARY.resolve("论语.txt")).pages(12))
                .with(Sample.of(LIBRARY.resolve("Pride and Prejudice - Jane Austen.txt")))
                .with(Sample.of("Windows.txt", "One line\r\nand another\r\n".getBytes(StandardCharsets.UTF_16))
                        .pages(1))
                .with(Sample.of("empty.txt", new byte[0]).pages(0))
                .tests();
    }

    @TestFactory
    Stream<DynamicNode> keepsThemInCharsetsOfEveryKind() {
        return Conformance.of(new TxtFormat())
                .with(Sample.of(Corpus.file("enc/derived/gb18030-hans/25000-0.txt")))
                .with(Sample.of(Corpus.file("enc/derived/cp932-ja/25000-0.txt")))
                .with(Sample.of(Corpus.file("enc/derived/u16be-bom-hant/25000-0.txt")))
                .with(Sample.of(Corpus.file("enc/uchardet/ISO-2022-JP/ja_iso-2022-jp.txt")))
                .tests();
    }
}
