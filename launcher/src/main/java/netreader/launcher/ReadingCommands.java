package netreader.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToIntFunction;
import java.util.logging.Level;
import java.util.stream.Stream;
import netreader.launcher.log.Logging;

/** The reading commands: a framework that lasts as long as the command and leaves nothing but copies of books behind. */
final class ReadingCommands implements AutoCloseable {
    private static final long START_LIMIT_S = 30;
    private static final long STOP_LIMIT_MS = 2_000;

    private final Container container;
    private final Path cache;
    private final ToIntFunction<Map<String, String>> commands;

    private ReadingCommands(Container container, Path cache, ToIntFunction<Map<String, String>> commands) {
        this.container = container;
        this.cache = cache;
        this.commands = commands;
    }

    /**
     * @param data holds the copies, which the reader's window and other commands may use at the same time
     * @param oneOfMany whether more commands follow, so that formats may come and go meanwhile
     */
    static ReadingCommands start(
            Installation installation, Optional<String> server, DataFolder data, boolean verbose, boolean oneOfMany)
            throws LaunchException, InterruptedException {
        Logging.toScreen(verbose ? Level.INFO : Level.OFF);
        Configurations configurations = Configurations.read(installation.conf());
        server.ifPresent(address -> configurations.set(Configurations.CLIENT, "server", address));
        configurations
                .setIfAbsent(Configurations.CLIENT, "server", "localhost:8998")
                .setIfAbsent(Configurations.CLIENT, "reader", System.getProperty("user.name"))
                .set(Configurations.CLIENT, "data", "")
                .set(Configurations.CLIENT, "fetchesWholeBooks", "false");
        Path cache = temporaryFolder();
        configurations.set(
                Configurations.CLIENT,
                "copies",
                data.copies().orElse(cache.resolve("copies")).toString());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(cache), "deletes the cache"));
        Container container = Container.create(installation, cache, Map.of());
        CompletableFuture<ToIntFunction<Map<String, String>>> ready = new CompletableFuture<>();
        container.whenRegistered(ToIntFunction.class, "(netreader.commands=true)", commands -> {
            @SuppressWarnings("unchecked") // the service property says what it takes
            ToIntFunction<Map<String, String>> reading = commands;
            ready.complete(reading);
        });
        container.whenRegistered(IOException.class, "", ready::completeExceptionally);
        List<String> bundles = Role.bundles(List.of(Role.COMMANDS));
        if (oneOfMany) {
            container.start(bundles, configurations);
            container.watchFormats(configurations);
        } else {
            container.startWithFormats(bundles, configurations);
        }
        return new ReadingCommands(container, cache, await(ready));
    }

    private static ToIntFunction<Map<String, String>> await(CompletableFuture<ToIntFunction<Map<String, String>>> ready)
            throws LaunchException, InterruptedException {
        try {
            return ready.get(START_LIMIT_S, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new LaunchException("LOCAL_IO", e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            throw new LaunchException("LOCAL_IO", "The reading commands do not start; --verbose says more", e);
        }
    }

    private static Path temporaryFolder() throws LaunchException {
        try {
            return Files.createTempDirectory("netreader");
        } catch (IOException e) {
            throw new LaunchException(
                    "LOCAL_IO", "No temporary folder can be made in " + System.getProperty("java.io.tmpdir"), e);
        }
    }

    /** @return the exit status */
    int run(Map<String, String> arguments) {
        return commands.applyAsInt(arguments);
    }

    @Override
    public void close() {
        container.stop(STOP_LIMIT_MS);
        delete(cache);
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            System.getLogger(ReadingCommands.class.getName())
                    .log(System.Logger.Level.DEBUG, "{0} stays behind: {1}", folder, e.getMessage());
        }
    }
}
