package netreader.launcher.command;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "reader", description = "Open a reader window.", sortOptions = false)
final class ReaderCommand implements AnyCommand {
    @Parameters(arity = "0..1", paramLabel = "HOST[:PORT]", description = "The server; localhost:8998 if not given.")
    private String server;

    @Mixin
    private DataOption data;

    @Override
    public Request request() throws UsageException {
        return new Request.Reader(ServerName.check(Optional.ofNullable(server)), data.data());
    }
}
