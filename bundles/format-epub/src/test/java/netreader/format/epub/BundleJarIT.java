package netreader.format.epub;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import netreader.format.kit.BundleJar;
import netreader.format.kit.Sample;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The built bundle, alone. */
class BundleJarIT {
    @TestFactory
    Stream<DynamicNode> travelsAlone() throws IOException {
        byte[] book = new TestEpub()
                .chapter(
                        "a.xhtml",
                        "<p style='font-family: sans-serif'>Some <b>words</b></p><img src='p.png'/>"
                                + "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h9v9z'/></svg>")
                .item("p.png", "image/png", "id='p'", TestEpub.png(20, 20, Color.RED))
                .bytes();
        return new BundleJar(Path.of("target/format-epub-0.1.0.jar")).tests(Sample.of("words.epub", book));
    }
}
