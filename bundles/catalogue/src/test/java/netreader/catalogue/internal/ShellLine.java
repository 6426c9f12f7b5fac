package netreader.catalogue.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import netreader.shell.Answer;
import netreader.shell.Arguments;
import netreader.shell.Command;
import netreader.shell.Commands;
import netreader.shell.Facts;
import netreader.shell.Table;

/** What the shell shows of a command's answer, with a bar between the columns of a table. */
final class ShellLine {
    private ShellLine() {}

    /** @param arguments names of parameters, each followed by a word */
    static String run(Commands commands, String name, String... arguments) throws Exception {
        Command command = commands.commands().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        Map<String, List<String>> values = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            values.put(arguments[i], List.of(arguments[i + 1]));
        }
        Answer answer = command.action().run(new Arguments(values));
        return answer instanceof Table<?> table ? rows(table) : facts((Facts) answer);
    }

    private static <T> String rows(Table<T> table) {
        List<String> lines = new ArrayList<>();
        for (T row : table.rows()) {
            lines.add(table.columns().stream()
                    .filter(column -> column.shown().isPresent())
                    .map(column -> shown(column.shown().get().apply(row)))
                    .collect(Collectors.joining("|")));
        }
        return lines.isEmpty() ? table.whenEmpty() : String.join("\n", lines);
    }

    private static String facts(Facts facts) {
        return facts.sentence()
                .orElseGet(() -> facts.facts().stream()
                        .filter(fact -> !fact.label().isEmpty())
                        .map(fact -> fact.label() + "=" + shown(fact.value()))
                        .collect(Collectors.joining("\n")));
    }

    private static String shown(Object value) {
        return value instanceof Optional<?> optional
                ? optional.map(Object::toString).orElse("-")
                : value.toString();
    }
}
