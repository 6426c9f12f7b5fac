package netreader.format.comic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import netreader.format.kit.BundleJar;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The built bundle, alone. */
class BundleJarIT {
    @TestFactory
    Stream<DynamicNode> travelsAlone() throws IOException {
        return new BundleJar(Path.of("target/format-comic-0.1.0.jar")).tests(ConformanceTest.comic());
    }
}
