package netreader.launcher.command;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Not in the list of commands: a server starts it, and people have no use for it. */
@Command(
        name = "worker",
        hidden = true,
        description = "Inspect books for the server that started this: requests come on standard input, a line each.",
        sortOptions = false)
final class WorkerCommand implements AnyCommand {
    @Option(
            names = "--folder",
            paramLabel = "DIR",
            required = true,
            description = "A folder for this process alone, which goes with it.")
    private Path folder;

    @Option(
            names = "--formats",
            paramLabel = "DIR",
            required = true,
            description = "The folder in which formats keep what they computed, also for the next process.")
    private Path formats;

    @Option(names = "--help", usageHelp = true, description = "Print this help.")
    @SuppressWarnings("UnusedVariable") // picocli looks at the option itself
    private boolean help;

    @Override
    public Request request() {
        return new Request.Worker(folder.toAbsolutePath(), formats.toAbsolutePath());
    }
}
