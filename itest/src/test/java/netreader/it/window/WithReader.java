package netreader.it.window;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import netreader.it.Installation;
import netreader.it.Server;
import netreader.ui.guard.EventThreadGuard;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests with a window of a reader, new for each of them, over a real server with the sample library. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
abstract class WithReader {
    static final String PAINTED = "Persuasion";
    static final String TEXT = "The Adventures of Tom Sawyer";

    @TempDir
    static Path serverData;

    @TempDir
    private Path data;

    private static Server server;
    ReadingWindow window;
    private EventThreadGuard guard;

    @BeforeAll
    static void serve() throws Exception {
        assumeFalse(GraphicsEnvironment.isHeadless());
        server = Server.start(Installation.built(), Installation.sampleLibrary(), serverData);
    }

    @AfterAll
    static void stopServer() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void open() throws Exception {
        guard = EventThreadGuard.install();
        window = ReadingWindow.open(data, server.address());
    }

    @AfterEach
    void close() {
        if (window != null) {
            window.close();
            guard.verify();
        }
    }
}
