package netreader.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The reader of an installation in this process, whose windows a test can look into; for the rest as launched. */
public final class ReaderHere implements AutoCloseable {
    private static final long STOP_LIMIT_MS = 20_000;

    private final Container container;

    private ReaderHere(Container container) {
        this.container = container;
    }

    /**
     * @param home the folder of the installation
     * @param data the reader's folder; made if need be
     * @param server {@code HOST:PORT}
     * @param ui what the windows are configured with besides, such as {@code language}
     */
    public static ReaderHere start(Path home, Path data, String server, Map<String, String> ui) throws IOException {
        Installation installation = new Installation(home.toAbsolutePath().normalize());
        try {
            Configurations configurations = Configurations.read(installation.conf());
            ui.forEach((key, value) -> configurations.set(Configurations.UI, key, value));
            configurations.set(Configurations.UI, "data", data.toString());
            configurations.set(Configurations.CLIENT, "data", data.toString());
            configurations.set(Configurations.CLIENT, "server", server);
            // Nobody else's places: the server outlives a test.
            configurations.set(Configurations.CLIENT, "reader", "reader of " + data);
            Path cache = Files.createDirectories(data.resolve("framework"));
            Container container = Container.create(installation, cache, Map.of());
            container.start(Role.bundles(List.of(Role.READER)), configurations);
            container.watchFormats(configurations);
            return new ReaderHere(container);
        } catch (LaunchException e) {
            throw new IOException(e);
        }
    }

    /** Waits until the reader has stopped by itself, as after Quit. */
    public void awaitStop() throws InterruptedException {
        container.awaitStop();
    }

    @Override
    public void close() {
        if (!container.stop(STOP_LIMIT_MS)) {
            throw new IllegalStateException("The reader does not stop");
        }
    }
}
