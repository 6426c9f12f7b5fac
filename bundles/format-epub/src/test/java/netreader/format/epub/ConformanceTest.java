package netreader.format.epub;

import java.awt.Color;
import java.io.IOException;
import java.util.stream.Stream;
import netreader.format.kit.Conformance;
import netreader.format.kit.Sample;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class ConformanceTest {
    @TestFactory
    Stream<DynamicNode> keepsThePromisesOfTheSpi() throws IOException {
        return Conformance.of(new EpubFormat())
                .with(Sample.of(
                        "text.epub",
                        new TestEpub()
                                .chapter("one.xhtml", TestEpub.paragraphs(60))
                                .chapter("two.xhtml", "<p><a href='one.xhtml#p50'>back</a></p>")
                                .bytes()))
                .with(Sample.of(
                                "fixed.epub",
                                new TestEpub()
                                        .chapter(
                                                "page.xhtml",
                                                "rendition:layout-pre-paginated",
                                                "<meta name='viewport' content='width=300, height=400'/>",
                                                "<img src='p.png' alt=''/>")
                                        .item("p.png", "image/png", "id='p'", TestEpub.png(300, 400, Color.BLUE))
                                        .bytes())
                        .pages(1))
                .tests();
    }
}
