package netreader.launcher.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads command lines, and the lines of a batch. */
public final class CommandLineReader {
    private static final Map<String, Supplier<AnyCommand>> READING = new LinkedHashMap<>();
    private static final Map<String, Supplier<AnyCommand>> COMMANDS = new LinkedHashMap<>();

    static {
        READING.put("ls", ReadingCommand.List::new);
        READING.put("info", ReadingCommand.Info::new);
        READING.put("page", ReadingCommand.Page::new);
        READING.put("toc", ReadingCommand.Contents::new);
        READING.put("text", ReadingCommand.Text::new);
        READING.put("find", ReadingCommand.Find::new);
        READING.put("get", ReadingCommand.Get::new);
        READING.put("render", ReadingCommand.Render::new);
        COMMANDS.put("server", ServerCommand::new);
        COMMANDS.put("reader", ReaderCommand::new);
        COMMANDS.put("shell", ShellCommand::new);
        COMMANDS.putAll(READING);
        COMMANDS.put("batch", BatchCommand::new);
        COMMANDS.put("worker", WorkerCommand::new);
    }

    private final String version;

    /** @param version what {@code --version} prints */
    public CommandLineReader(String version) {
        this.version = version;
    }

    public Request read(String... words) throws UsageException {
        if (words.length == 0) {
            return new Request.Sample(Optional.empty()); // without picocli, which takes 100 ms to load
        }
        CommandLine root = new CommandLine(new RootCommand());
        root.getCommandSpec().version(version);
        candidates(List.of(words)).forEach((name, command) -> root.addSubcommand(name, command.get()));
        if (root.getSubcommands().containsKey("shell")) {
            // lb -s: the option is the shell command's.
            root.getSubcommands().get("shell").setStopAtPositional(true);
        }
        return parse(root, words);
    }

    /** picocli looks at every command by reflection, 5 ms each: only those that may be meant, and all for the help. */
    private static Map<String, Supplier<AnyCommand>> candidates(List<String> words) {
        if (!words.isEmpty() && COMMANDS.containsKey(words.get(0))) {
            return Map.of(words.get(0), COMMANDS.get(words.get(0)));
        }
        Map<String, Supplier<AnyCommand>> candidates = new LinkedHashMap<>(COMMANDS);
        if (!words.contains("--help") && !words.contains("-h")) {
            candidates.keySet().retainAll(words);
        }
        return candidates;
    }

    /** @param words a line of a batch */
    public Request.Reading readBatchLine(List<String> words, List<String> batchOptions) throws UsageException {
        String name = words.get(0);
        if (!READING.containsKey(name)) {
            throw new UsageException(
                    "\"" + name + "\" is not a command for a batch; there are " + String.join(", ", READING.keySet()));
        }
        CommandLine line = new CommandLine(READING.get(name).get());
        // The batch's options come first, so that a line may say otherwise.
        line.setOverwrittenOptionsAllowed(true);
        String[] all = new String[batchOptions.size() + words.size() - 1];
        batchOptions.toArray(all);
        for (int i = 1; i < words.size(); i++) {
            all[batchOptions.size() + i - 1] = words.get(i);
        }
        Request request = parse(line, all);
        if (!(request instanceof Request.Reading reading)) {
            throw new UsageException("A batch has no use for --help");
        }
        if (reading.server().isPresent()) {
            throw new UsageException("A batch speaks to one server: --server belongs on its own command line");
        }
        return reading;
    }

    private static Request parse(CommandLine line, String... words) throws UsageException {
        try {
            ParseResult result = line.parseArgs(words);
            ParseResult last = result;
            while (last.hasSubcommand()) {
                last = last.subcommand();
            }
            if (last.isUsageHelpRequested()) {
                return new Request.Print(help(last.commandSpec().commandLine()));
            }
            if (result.isVersionHelpRequested()) {
                return new Request.Print("NetReader " + result.commandSpec().version()[0] + System.lineSeparator());
            }
            if (last != result && result.hasMatchedOption("--data")) {
                throw new UsageException("--data belongs behind the command: "
                        + last.commandSpec().name() + " --data DIR");
            }
            return ((AnyCommand) last.commandSpec().userObject()).request();
        } catch (ParameterException e) {
            throw new UsageException(sentence(e), e);
        }
    }

    private static String help(CommandLine command) {
        StringWriter text = new StringWriter();
        command.setUsageHelpAutoWidth(false);
        command.usage(new PrintWriter(text), CommandLine.Help.Ansi.OFF);
        return text.toString();
    }

    /** picocli's own messages, shortened to one line where they go over several. */
    private static String sentence(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().get(0);
            if (word.startsWith("-") && word.length() > 1) {
                return "There is no option " + word;
            }
            boolean atRoot = problem.getCommandLine().getParent() == null;
            return atRoot ? "There is no command \"" + word + "\"" : "\"" + word + "\" is one word too many";
        }
        if (problem instanceof MissingParameterException missing) {
            List<String> labels =
                    missing.getMissing().stream().map(CommandLineReader::label).toList();
            return "Missing: " + String.join(", ", labels);
        }
        return Arrays.stream(problem.getMessage().split("\\R", 2)).findFirst().orElse("The command line is wrong");
    }

    private static String label(CommandLine.Model.ArgSpec missing) {
        return missing.isOption()
                ? ((CommandLine.Model.OptionSpec) missing).longestName() + " " + missing.paramLabel()
                : missing.paramLabel();
    }
}
