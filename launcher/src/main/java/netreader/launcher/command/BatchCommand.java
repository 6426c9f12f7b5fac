package netreader.launcher.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "batch",
        description = "Reading commands, one a line on standard input, with one start-up.",
        sortOptions = false)
final class BatchCommand implements AnyCommand {
    @Mixin
    private ReadingOptions options;

    @Override
    public Request request() throws UsageException {
        return new Request.Batch(options.server(), options.data(), options.words(), options.json(), options.verbose());
    }
}
