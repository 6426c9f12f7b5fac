package netreader.format.comic;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import netreader.format.FormatException.Reason;
import netreader.format.kit.Conformance;
import netreader.format.kit.Sample;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class ConformanceTest {
    /** Three pages whose names are in another charset. */
    static Sample comic() throws IOException {
        byte[] bytes = new TestComic(Charset.forName("GBK"))
                .page("第一话/1.png", Color.RED)
                .page("第一话/2.png", Color.GREEN)
                .page("第一话/10.png", Color.BLUE)
                .with("ComicInfo.xml", "<ComicInfo><Title>色</Title></ComicInfo>")
                .bytes();
        return Sample.of("colours.cbz", bytes).pages(3);
    }

    @TestFactory
    Stream<DynamicNode> keepsThePromisesOfTheSpi() throws IOException {
        TestComic large = new TestComic();
        for (int page = 1; page <= 300; page++) {
            large.page("page " + page + ".png", new Color(page));
        }
        return Conformance.of(new ComicFormat())
                .with(comic())
                .with(Sample.of("300 pages.cbz", large.bytes()).pages(300))
                .with(Sample.of("empty.cbz", new byte[0]).refused(Reason.DAMAGED))
                .tests();
    }

    @TestFactory
    Stream<DynamicNode> keepsThemWithTheCorpusToo() {
        Path comics = CorpusTest.CORPUS.resolve("cbz");
        assumeTrue(Files.isDirectory(comics), "no corpus at hand");
        return Conformance.of(new ComicFormat())
                .with(Sample.of(comics.resolve("gbk-entry-names.cbz")).pages(5))
                .with(Sample.of(comics.resolve("nested-mixed.cbz")).pages(9))
                .with(Sample.of(comics.resolve("webp.cbz")).pages(5))
                .tests();
    }
}
