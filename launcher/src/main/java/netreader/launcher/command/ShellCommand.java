package netreader.launcher.command;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "shell",
        description = "The administration shell of the server that runs on the data folder.",
        sortOptions = false)
final class ShellCommand implements AnyCommand {
    @Mixin
    private DataOption data;

    @Parameters(
            arity = "0..*",
            paramLabel = "COMMAND",
            description =
                    "A line for the shell in one word, or a command and its words, such as nr:why 'War and Peace';"
                            + " without one, lines are read from standard input. nr:help lists the commands.")
    private List<String> words = List.of();

    @Override
    public Request request() {
        return new Request.Shell(data.data(), words.isEmpty() ? Optional.empty() : Optional.of(GogoWords.line(words)));
    }
}
