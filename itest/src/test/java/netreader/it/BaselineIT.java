package netreader.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import aQute.bnd.differ.Baseline;
import aQute.bnd.differ.Baseline.Info;
import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Processor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Formats are made against the SPI by others, so its packages are semantically versioned: what has changed since the
 * release must show in the version. The jar of the release lies in {@code src/test/baseline}.
 */
class BaselineIT {
    private static final Path RELEASED = Path.of("src", "test", "baseline", "format-api.jar");

    @Test
    void theVersionOfTheSpiTellsWhatHasChanged() throws Exception {
        Path built = Installation.built().home().resolve("system/format-api.jar");
        try (Processor processor = new Processor();
                Jar released = new Jar(RELEASED.toFile());
                Jar now = new Jar(built.toFile())) {
            Set<Info> packages = new Baseline(processor, new DiffPluginImpl()).baseline(now, released, null);
            assertFalse(packages.isEmpty());
            List<String> wrong = new ArrayList<>();
            for (Info each : packages) {
                if (each.mismatch) {
                    wrong.add(each.packageName + " has changed (" + each.packageDiff.getDelta() + ") since "
                            + each.olderVersion + " and says " + each.newerVersion + "; it must say "
                            + each.suggestedVersion + " in package-info.java");
                }
            }
            assertEquals(List.of(), wrong);
        }
    }
}
