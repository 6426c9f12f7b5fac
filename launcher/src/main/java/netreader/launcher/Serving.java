package netreader.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import netreader.launcher.command.Request;
import netreader.launcher.log.Logging;

/** The processes that stay: server, reader window, or both in one. */
final class Serving {
    private static final long STOP_LIMIT_MS = 10_000;

    private final Installation installation;
    private final PrintStream out;
    private final PrintStream err;
    private final Configurations configurations;
    private final CompletableFuture<Integer> status = new CompletableFuture<>();

    Serving(Installation installation, PrintStream out, PrintStream err) throws LaunchException {
        this.installation = installation;
        this.out = out;
        this.err = err;
        this.configurations = Configurations.read(installation.conf());
    }

    int run(Request request) throws LaunchException, InterruptedException {
        if (request instanceof Request.Server server) {
            return serve(server, this::announce);
        }
        if (request instanceof Request.Reader reader) {
            return read(reader);
        }
        return sample((Request.Sample) request);
    }

    private void announce(InetSocketAddress address) {
        out.println("NetReader is listening on " + ServerSettings.name(address));
    }

    private int serve(Request.Server server, Announcement announcement) throws LaunchException, InterruptedException {
        ServerSettings settings = ServerSettings.of(server, configurations, installation);
        DataFolder.Claim claim = DataFolder.claim(settings.data());
        settings.configure(configurations);
        Map<String, String> console = new HashMap<>();
        List<String> bundles = new ArrayList<>(Role.bundles(List.of(Role.SERVER)));
        if (server.console()) {
            bundles.add(Role.CONSOLE);
            // Without it the end of standard input stops the whole framework.
            console.put("gosh.args", "--noshutdown");
            console.put("gosh.home", installation.conf().resolve("console").toString());
        }
        Container container = boot(claim, console);
        if (server.verbose()) {
            Logging.sayMore();
        }
        container.whenRegistered(InetSocketAddress.class, "", announcement::listening);
        return stay(container, bundles, List.of(claim));
    }

    private int read(Request.Reader reader) throws LaunchException, InterruptedException {
        if (!Display.present()) {
            throw new LaunchException(
                    "UNSUPPORTED", "There is no display for a window; ls, page and text read without one");
        }
        DataFolder.Claim claim = DataFolder.claim(DataFolder.of(reader.data()).reader());
        configureWindow(claim);
        configureClient(claim, reader.server());
        return stay(boot(claim, Map.of()), Role.bundles(List.of(Role.READER)), List.of(claim));
    }

    private int sample(Request.Sample sample) throws LaunchException, InterruptedException {
        // The sample library whatever conf/netreader.catalogue.cfg serves.
        Request.Server server = new Request.Server(
                Optional.of(installation.sampleLibrary()),
                sample.data(),
                Optional.empty(),
                OptionalInt.empty(),
                false,
                false);
        if (!Display.present()) {
            return serve(server, address -> {
                announce(address);
                out.print(Hints.withoutDisplay(address));
                out.flush();
            });
        }
        DataFolder data = DataFolder.of(sample.data());
        ServerSettings settings = ServerSettings.of(server, configurations, installation);
        DataFolder.Claim serverClaim = DataFolder.claim(data.server());
        DataFolder.Claim readerClaim = DataFolder.claim(data.reader());
        settings.configure(configurations);
        configureWindow(readerClaim);
        Container container = boot(serverClaim, Map.of());
        container.whenRegistered(InetSocketAddress.class, "", address -> {
            announce(address);
            try {
                // The reader is told only now: which port it is, and that someone answers there.
                configureClient(readerClaim, Optional.of(ServerSettings.reachable(address)));
                container.push(configurations);
            } catch (LaunchException e) {
                fail(e.getMessage());
            }
        });
        return stay(container, Role.bundles(List.of(Role.READER, Role.SERVER)), List.of(serverClaim, readerClaim));
    }

    private void configureWindow(DataFolder.Claim claim) {
        configurations.set(Configurations.UI, "data", claim.folder().toString());
    }

    private void configureClient(DataFolder.Claim claim, Optional<String> server) {
        server.or(() -> chosenBefore(claim.folder()))
                .ifPresent(address -> configurations.set(Configurations.CLIENT, "server", address));
        configurations.setIfAbsent(Configurations.CLIENT, "server", "localhost:8998");
        configurations.setIfAbsent(Configurations.CLIENT, "reader", System.getProperty("user.name"));
        configurations.set(Configurations.CLIENT, "data", claim.folder().toString());
    }

    /** The server that was chosen in the window, whose data folder this is. */
    private static Optional<String> chosenBefore(Path data) {
        Path file = data.resolve("server");
        try {
            return Files.isReadable(file)
                    ? Optional.of(Files.readString(file).strip()).filter(address -> !address.isEmpty())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // the window asks again
        }
    }

    private Container boot(DataFolder.Claim claim, Map<String, String> properties) throws LaunchException {
        try {
            Logging.toScreenAndFile(claim.log());
        } catch (IOException e) {
            throw new LaunchException("LOCAL_IO", "The log " + claim.log() + " cannot be written", e);
        }
        Container container = Container.create(installation, claim.frameworkCache(), properties);
        container.whenRegistered(IOException.class, "", problem -> fail(problem.getMessage()));
        return container;
    }

    private void fail(String sentence) {
        if (status.complete(Main.FAILED)) {
            err.println("netreader: " + sentence);
        }
    }

    /** Runs until the window is closed, the process is told to end, or a part cannot do its work. */
    private int stay(Container container, List<String> bundles, List<DataFolder.Claim> claims)
            throws LaunchException, InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(container, claims), "shutdown"));
        container.start(bundles, configurations);
        if (!status.isDone()) {
            container.watchFormats(configurations);
        }
        Thread waiting = new Thread(() -> awaitStop(container), "awaits the end");
        waiting.setDaemon(true);
        waiting.start();
        try {
            return status.get();
        } catch (ExecutionException e) {
            throw new LaunchException("LOCAL_IO", "NetReader cannot go on: " + e.getCause(), e);
        }
    }

    private void awaitStop(Container container) {
        try {
            container.awaitStop();
            status.complete(Main.DONE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end(Container container, List<DataFolder.Claim> claims) {
        if (!container.stop(STOP_LIMIT_MS)) {
            err.println("netreader: not all parts stopped within " + STOP_LIMIT_MS / 1000 + " s");
        }
        Logging.close();
        for (DataFolder.Claim claim : claims) {
            try {
                claim.close();
            } catch (IOException e) {
                err.println("netreader: " + claim.folder() + " could not be unlocked");
            }
        }
    }

    /** Hears where the server listens. */
    @FunctionalInterface
    private interface Announcement {
        void listening(InetSocketAddress address);
    }
}
