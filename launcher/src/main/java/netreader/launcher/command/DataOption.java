package netreader.launcher.command;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --data}, {@code --help}: what every command takes. */
final class DataOption {
    @Option(names = "--data", paramLabel = "DIR", description = "Where NetReader keeps what it must remember.")
    private Path data;

    @Option(names = "--help", usageHelp = true, description = "Print this help.")
    @SuppressWarnings("UnusedVariable") // picocli looks at the option itself
    private boolean help;

    Optional<Path> data() {
        return Optional.ofNullable(data);
    }
}
