package org.example.markdown;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.stream.Stream;
import netreader.format.FormatException.Reason;
import netreader.format.kit.Conformance;
import netreader.format.kit.Sample;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The format keeps what the SPI promises: some hundred tests for a few lines. */
class ConformanceTest {
    @TestFactory
    Stream<DynamicNode> keepsThePromisesOfTheSpi() {
        return Conformance.of(new MarkdownFormat())
                .with(Sample.of(Path.of("src/test/books/tour.md")).pages(2))
                .with(Sample.of("long.md", "# Mountain\nUp, and down again.\n".repeat(5000).getBytes(UTF_8)))
                .with(Sample.of("one-line.md", "🐛".repeat(5000).getBytes(UTF_8)))
                .with(Sample.of("empty.md", new byte[0]).pages(0))
                .with(Sample.of("picture.md", new byte[] {(byte) 0x89, 'P', 'N', 'G'}).refused(Reason.DAMAGED))
                .tests();
    }
}
