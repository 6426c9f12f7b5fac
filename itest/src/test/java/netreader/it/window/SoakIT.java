package netreader.it.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import netreader.it.Installation;
import netreader.it.Server;
import netreader.it.window.Soak.Rest;
import netreader.ui.guard.EventThreadGuard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A short soak: what is opened, turned, searched and closed leaves nothing behind. benchmarks/windows runs a long one. */
class SoakIT {
    private static final int WARM_UP = 10;
    private static final int BOOKS = Integer.getInteger("netreader.soak.books", 24);
    private static final int STEPS = 10;

    @TempDir
    private Path data;

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void nothingIsLeftOfBooksThatWereClosed() throws Exception {
        assumeFalse(GraphicsEnvironment.isHeadless());
        EventThreadGuard guard = EventThreadGuard.install();
        try (Server server = Server.start(Installation.built(), Installation.sampleLibrary(), data.resolve("server"));
                ReadingWindow window = ReadingWindow.open(data.resolve("reader"), server.address())) {
            window.awaitBooks(8);
            Soak soak = new Soak(window, 1);
            for (int i = 0; i < WARM_UP; i++) { // what is loaded once is not a leak
                soak.read(STEPS);
            }
            Rest before = Rest.now();
            for (int i = 0; i < BOOKS; i++) {
                soak.read(STEPS);
            }
            Rest after = Rest.now();
            assertEquals(before.windows(), after.windows(), "windows");
            assertTrue(after.listeners() <= before.listeners(), () -> before + " became " + after);
            assertTrue(after.threads().size() <= before.threads().size() + 1, () -> before + " became " + after);
            // A short soak sees what every book leaves; the long one sees ten per cent.
            assertTrue(after.heapBytes() <= before.heapBytes() * 1.25, () -> before + " became " + after);
        }
        guard.verify();
    }
}
