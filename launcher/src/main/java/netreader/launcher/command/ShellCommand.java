package netreader.launcher.command;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "shell",
        description = "The Felix shell of the server that runs on the data folder.",
        sortOptions = false)
final class ShellCommand implements AnyCommand {
    @Mixin
    private DataOption data;

    @Parameters(
            arity = "0..*",
            paramLabel = "COMMAND",
            description = "A shell command such as lb or nr:books; without one, commands are read from standard input.")
    private List<String> words = List.of();

    @Override
    public Request request() {
        return new Request.Shell(
                data.data(), words.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", words)));
    }
}
