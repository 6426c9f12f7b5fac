package netreader.launcher.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "netreader",
        description = "A networked book reader. Without a command: server and reader window on the sample library.",
        synopsisSubcommandLabel = "[COMMAND]",
        sortOptions = false)
final class RootCommand implements AnyCommand {
    @Mixin
    private DataOption data;

    @Option(names = "--version", versionHelp = true, description = "Print the version.")
    @SuppressWarnings("UnusedVariable") // picocli looks at the option itself
    private boolean version;

    @Override
    public Request request() {
        return new Request.Sample(data.data());
    }
}
