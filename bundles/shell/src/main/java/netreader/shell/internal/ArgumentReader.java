package netreader.shell.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import netreader.shell.Arguments;
import netreader.shell.Command;
import netreader.shell.Parameter;
import netreader.shell.Parameter.Kind;
import netreader.shell.UsageException;

/** Reads the words of a command line as the command's parameters. */
final class ArgumentReader {
    private final Command command;
    private final Map<String, List<String>> values = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    private ArgumentReader(Command command) {
        this.command = command;
    }

    /**
     * @param line the words behind the command's name, without {@code --json}
     * @throws UsageException if they are not what the command takes
     */
    static Arguments read(Command command, List<String> line) {
        ArgumentReader reader = new ArgumentReader(command);
        reader.sort(line);
        reader.place();
        return new Arguments(reader.values);
    }

    private void sort(List<String> line) {
        boolean onlyWords = false;
        for (int i = 0; i < line.size(); i++) {
            String word = line.get(i);
            if (onlyWords || !word.startsWith("--")) {
                words.add(word);
            } else if (word.equals("--")) {
                onlyWords = true;
            } else {
                int equals = word.indexOf('=');
                Parameter option = option(equals < 0 ? word : word.substring(0, equals));
                if (option.kind() == Kind.FLAG && equals < 0) {
                    values.put(option.name(), List.of());
                } else if (option.kind() == Kind.OPTION && equals > 0) {
                    values.put(option.name(), List.of(word.substring(equals + 1)));
                } else if (option.kind() == Kind.OPTION && i + 1 < line.size()) {
                    values.put(option.name(), List.of(line.get(++i)));
                } else {
                    throw wrong(
                            option.kind() == Kind.FLAG
                                    ? option.name() + " has no value"
                                    : option.name() + " lacks " + option.value());
                }
            }
        }
    }

    private Parameter option(String name) {
        return command.parameters().stream()
                .filter(parameter -> parameter.kind() == Kind.OPTION || parameter.kind() == Kind.FLAG)
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow(() -> {
                    Optional<String> meant = Likeness.nearest(
                            name,
                            command.parameters().stream().map(Parameter::name).toList());
                    return wrong("There is no option " + name
                            + meant.map(option -> ", perhaps " + option + " is meant")
                                    .orElse(""));
                });
    }

    private void place() {
        List<String> missing = new ArrayList<>();
        int at = 0;
        for (Parameter parameter : command.parameters()) {
            switch (parameter.kind()) {
                case REQUIRED, OPTIONAL -> {
                    if (at < words.size()) {
                        values.put(parameter.name(), List.of(words.get(at++)));
                    } else if (parameter.kind() == Kind.REQUIRED) {
                        missing.add(parameter.name());
                    }
                }
                case REPEATED -> {
                    if (at < words.size()) {
                        values.put(parameter.name(), List.copyOf(words.subList(at, words.size())));
                        at = words.size();
                    }
                }
                default -> {
                    // Told by its name.
                }
            }
        }
        if (!missing.isEmpty()) {
            throw wrong("Missing: " + missing.stream().collect(Collectors.joining(", ")));
        }
        if (at < words.size()) {
            throw wrong("\"" + words.get(at) + "\" is one word too many; a name with blanks stands between quotes");
        }
    }

    private UsageException wrong(String sentence) {
        return new UsageException(
                sentence + "; it is used as " + command.usage() + ", and nr:help " + command.name() + " tells more");
    }
}
