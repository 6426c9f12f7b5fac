package netreader.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The installation that was built, or a copy of it whose bundles a test may change. */
public record Installation(Path home) {
    public static Installation built() {
        return new Installation(Path.of(System.getProperty("netreader.home")).normalize());
    }

    public static Path sampleLibrary() {
        return Path.of(System.getProperty("netreader.library")).normalize();
    }

    /** A copy without the sample library. */
    public static Installation copyTo(Path folder) throws IOException {
        Path from = built().home();
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                if (!file.startsWith(from.resolve("library"))) {
                    Path to = folder.resolve(from.relativize(file).toString());
                    Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        return new Installation(folder);
    }

    /** Where jars are dropped in. */
    public Path bundles() {
        return home.resolve("bundles");
    }

    /** Every jar of ours, wherever it lies. */
    List<Path> jars() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    /** Where commands keep what they are not told to keep elsewhere: not with the books of who runs the tests. */
    private static Path dataHome() {
        return Path.of("target", "data-home").toAbsolutePath();
    }

    /** A process that runs the command, with the JDK that runs this test. */
    ProcessBuilder command(String... arguments) {
        List<String> words = Stream.concat(
                        Stream.of(home.resolve("bin/netreader").toString()), Stream.of(arguments))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        if (!equals(built())) {
            builder.environment().put("NETREADER_ARCHIVE", "never"); // a copy is gone before its archive is made
        }
        builder.environment().put("XDG_DATA_HOME", dataHome().toString());
        builder.environment().remove("DISPLAY");
        builder.environment().remove("WAYLAND_DISPLAY");
        return builder;
    }

    /** Runs a command to its end. */
    Outcome run(String... arguments) throws IOException, InterruptedException {
        return Outcome.of(command(arguments));
    }
}
