package netreader.launcher.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "server", description = "Serve a library.", sortOptions = false)
final class ServerCommand implements AnyCommand {
    @Option(
            names = "--library",
            paramLabel = "DIR",
            description = "The folder of books; the sample library if not given.")
    private Path library;

    @Option(names = "--host", paramLabel = "ADDR", description = "The address to listen on; 0.0.0.0 is every one.")
    private String host;

    @Option(names = "--port", paramLabel = "N", description = "The port to listen on; 0 takes a free one.")
    private Integer port;

    @Option(names = "--console", description = "Answer the Felix shell on standard input.")
    private boolean console;

    @Option(names = "--verbose", description = "Log every request, also those for pages.")
    private boolean verbose;

    @Mixin
    private DataOption data;

    @Override
    public Request request() throws UsageException {
        if (port != null) {
            Ranges.check("--port", port, 0, 65_535);
        }
        if (host != null && host.isBlank()) {
            throw new UsageException("--host wants an address such as 127.0.0.1 or 0.0.0.0");
        }
        return new Request.Server(
                Optional.ofNullable(library),
                data.data(),
                Optional.ofNullable(host),
                port == null ? OptionalInt.empty() : OptionalInt.of(port),
                console,
                verbose);
    }
}
