package netreader.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Formats come and go while their books are read; {@code benchmarks/cycles} does it a thousand times. */
class FormatCyclesIT {
    private static final int CYCLES = 6;

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void nothingFailsAndNothingIsLeftWhileFormatsComeAndGo() throws Exception {
        try (FormatCycles cycles = new FormatCycles(folder)) {
            cycles.warmUp();
            Map<String, Footprint> before = cycles.footprints();
            long pages = cycles.pages();
            for (int i = 0; i < CYCLES; i++) {
                cycles.cycle();
            }
            assertTrue(cycles.pages() > pages, "pages are turned all the while");
            assertTrue(cycles.unavailable() > 0, "some are asked for while their format is away");
            List<String> wrong = new ArrayList<>(cycles.failures());
            wrong.addAll(cycles.grownSince(before));
            assertEquals(List.of(), wrong);
        }
    }
}
