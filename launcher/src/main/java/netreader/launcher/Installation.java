package netreader.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder into which NetReader is installed.
 *
 * @param home absolute
 */
record Installation(Path home) {
    /** @throws LaunchException if the script did not say where the installation is */
    static Installation find() throws LaunchException {
        Optional<String> home = Optional.ofNullable(System.getProperty("netreader.home"));
        if (home.isEmpty() || !Files.isDirectory(Path.of(home.get(), "system"))) {
            throw new LaunchException(
                    "LOCAL_IO", "NetReader's installation is not complete; start it with its script bin/netreader");
        }
        return new Installation(Path.of(home.get()).toAbsolutePath().normalize());
    }

    /** A bundle that is part of NetReader. */
    Path systemBundle(String name) {
        return home.resolve("system").resolve(name + ".jar");
    }

    /** The folder that is watched for formats. */
    Path bundles() {
        return home.resolve("bundles");
    }

    Path conf() {
        return home.resolve("conf");
    }

    Path sampleLibrary() {
        return home.resolve("library");
    }

    static String version() {
        return Optional.ofNullable(Installation.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
    }
}
