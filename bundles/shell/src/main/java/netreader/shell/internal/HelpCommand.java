package netreader.shell.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netreader.shell.Answer;
import netreader.shell.Arguments;
import netreader.shell.Command;
import netreader.shell.CommandException;
import netreader.shell.Facts;
import netreader.shell.Parameter;
import netreader.shell.Table;
import netreader.shell.UsageException;
import netreader.terminal.Cells;

/** {@code nr:help}: made of what the commands say of themselves. */
record HelpCommand(CommandDirectory directory) {
    private static final String MORE = """

            nr:help COMMAND explains one. --json behind a command prints its answer as one JSON object on one line.
            Felix's own commands are here too (lb, start, stop, install, scr:list ...); felix:help lists them.""";

    Command command() {
        return Command.named("help", "lists the commands, or explains one")
                .optional("COMMAND", "the command to explain, with or without nr:")
                .example("nr:help", "lists the commands of NetReader")
                .example("nr:help books", "explains nr:books")
                .does(this::help);
    }

    private Answer help(Arguments arguments) {
        Optional<String> asked = arguments.optional("COMMAND");
        return asked.isPresent() ? explain(asked.get()) : list();
    }

    private Answer list() {
        return Table.of("commands", directory.commands())
                .column("command", (Command command) -> "nr:" + command.name())
                .column("summary", Command::summary)
                .forPrograms("usage", Command::usage)
                .withoutHeads()
                .endingWith(MORE);
    }

    private Answer explain(String asked) {
        String name = asked.startsWith("nr:") ? asked.substring("nr:".length()) : asked;
        Optional<Command> command = directory.command(name);
        if (command.isPresent()) {
            return explain(command.get());
        }
        Optional<String> foreign = directory.foreign(asked);
        if (foreign.isPresent()) {
            throw new CommandException(
                    "NOT_FOUND", foreign.get() + " is not NetReader's; felix:help " + foreign.get() + " explains it");
        }
        throw new UsageException(UnknownCommand.sentence(directory, asked));
    }

    private static Answer explain(Command command) {
        return Facts.said(text(command))
                .with("command", "nr:" + command.name())
                .with("summary", command.summary())
                .with("usage", command.usage())
                .with("notes", command.notes())
                .with(
                        "parameters",
                        rows(command.parameters().stream()
                                .map(HelpCommand::fields)
                                .toList()))
                .with(
                        "examples",
                        rows(command.examples().stream()
                                .map(HelpCommand::fields)
                                .toList()));
    }

    private static List<Object> rows(List<Map<String, Object>> rows) {
        return new ArrayList<>(rows);
    }

    private static Map<String, Object> fields(Parameter parameter) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", parameter.name());
        fields.put("value", parameter.value());
        fields.put("required", parameter.kind() == Parameter.Kind.REQUIRED);
        fields.put("meaning", parameter.meaning());
        return fields;
    }

    private static Map<String, Object> fields(Command.Example example) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("line", example.line());
        fields.put("effect", example.effect());
        return fields;
    }

    private static String text(Command command) {
        StringBuilder text = new StringBuilder();
        text.append("nr:")
                .append(command.name())
                .append(' ')
                .append(command.summary())
                .append("\n\n");
        text.append("  ").append(command.usage()).append('\n');
        if (!command.parameters().isEmpty()) {
            text.append('\n');
            int width =
                    width(command.parameters().stream().map(Parameter::label).toList());
            for (Parameter parameter : command.parameters()) {
                column(text, parameter.label(), width, parameter.meaning());
            }
        }
        if (!command.notes().isEmpty()) {
            text.append('\n').append(command.notes()).append('\n');
        }
        text.append('\n');
        int width = width(command.examples().stream().map(Command.Example::line).toList());
        for (Command.Example example : command.examples()) {
            column(text, example.line(), width, example.effect());
        }
        return text.toString().stripTrailing();
    }

    private static int width(List<String> labels) {
        return labels.stream().mapToInt(Cells::width).max().orElse(0);
    }

    private static void column(StringBuilder text, String left, int width, String right) {
        text.append("  ")
                .append(Cells.padded(left, width, false))
                .append("  ")
                .append(right)
                .append('\n');
    }
}
