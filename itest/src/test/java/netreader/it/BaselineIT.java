package netreader.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import aQute.bnd.differ.Baseline;
import aQute.bnd.differ.Baseline.Info;
import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.header.Parameters;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Processor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Others compile against the exported packages (formats against the SPI first of all), so they are semantically versioned:
 * what has changed since the release must show in the version. {@code src/test/baseline} holds the exported packages of
 * the release, a jar for each bundle of {@code system/} that has some.
 */
class BaselineIT {
    private static final Path RELEASED = Path.of("src", "test", "baseline");
    private static final Path SYSTEM = Installation.built().home().resolve("system");

    static Stream<String> released() throws IOException {
        try (Stream<Path> jars = Files.list(RELEASED)) {
            return jars.map(jar -> jar.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("released")
    void theVersionOfAPackageTellsWhatHasChanged(String bundle) throws Exception {
        try (Processor processor = new Processor();
                Jar released = new Jar(RELEASED.resolve(bundle).toFile());
                Jar now = new Jar(SYSTEM.resolve(bundle).toFile())) {
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

    @Test
    void noPackageIsExportedWithoutAVersion() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path file : Installation.built().jars()) {
            try (JarFile jar = new JarFile(file.toFile())) {
                String exported = Optional.ofNullable(jar.getManifest())
                        .map(manifest -> manifest.getMainAttributes().getValue("Export-Package"))
                        .orElse("");
                new Parameters(exported).forEach((name, attributes) -> {
                    if (name.startsWith("netreader.") && !attributes.containsKey("version")) {
                        wrong.add(name + " of " + file.getFileName());
                    }
                });
            }
        }
        assertEquals(List.of(), wrong);
    }
}
