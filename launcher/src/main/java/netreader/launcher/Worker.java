package netreader.launcher;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import netreader.launcher.command.Request;
import netreader.launcher.log.Logging;

/** The process that inspects books for a server: how the server starts it, and what it runs. */
final class Worker {
    private static final Path NICE = Path.of("/usr/bin/nice");

    private Worker() {}

    /**
     * The command line, a word a line: this very Java and installation, without what JAVA_OPTS says to the server.
     * <code>${memory}</code>, <code>${folder}</code> and <code>${formats}</code> are the catalogue's to fill in.
     */
    static String command(Installation installation) {
        List<String> words = new ArrayList<>();
        if (File.separatorChar == '/' && Files.isExecutable(NICE)) {
            words.addAll(List.of(NICE.toString(), "-n", "5")); // who reads a page comes first
        }
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of(
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", // few books are read before it ends, and the compiler takes from the server
                "-Xmx${memory}m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=${folder}/crash.log",
                "-XX:+DisplayVMOutputToStderr",
                "-Xlog:disable",
                "-Xshare:auto"));
        String sharing = System.getProperty("netreader.sharing", "");
        if (!sharing.isEmpty()) {
            words.add(sharing);
        }
        words.addAll(List.of(
                "-Djava.io.tmpdir=${folder}",
                "-Dnetreader.home=" + installation.home(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "worker",
                "--folder",
                "${folder}",
                "--formats",
                "${formats}"));
        return String.join("\n", words);
    }

    /** Runs until the catalogue's bundle ends the process. */
    static int run(Installation installation, Request.Worker request) throws LaunchException, InterruptedException {
        Logging.toScreen(Level.INFO);
        Configurations configurations = Configurations.read(installation.conf());
        Container container = Container.create(installation, request.folder().resolve("felix"), Map.of());
        container.startWithFormats(Role.bundles(List.of(Role.WORKER)), configurations);
        // Only now, when the formats are there, somebody listens to the server.
        configurations.set(Configurations.WORKER, "formats", request.formats().toString());
        container.push(configurations);
        container.awaitStop();
        return Main.DONE;
    }
}
