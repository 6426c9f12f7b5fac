package netreader.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A command: what it is called, what it takes and means, and what it does. There is none without help.
 *
 * @param name without its scope {@code nr:}, in lower case
 * @param summary what it does, in a line that begins with a verb
 * @param notes what else a person should know, in sentences; may be empty
 * @param parameters in the order in which they are explained; the positional ones in the order of their words
 * @param examples one or more
 */
public record Command(
        String name, String summary, String notes, List<Parameter> parameters, List<Example> examples, Action action) {
    /**
     * A line that works.
     *
     * @param line with the scope: {@code nr:books --format pdf}
     * @param effect what it does
     */
    public record Example(String line, String effect) {
        public Example {
            if (!line.startsWith("nr:") || effect.isBlank()) {
                throw new IllegalArgumentException("An example is a line of the shell and what it does: " + line);
            }
        }
    }

    public Command {
        parameters = List.copyOf(parameters);
        examples = List.copyOf(examples);
        Objects.requireNonNull(notes);
        Objects.requireNonNull(action);
        if (name.isBlank() || summary.isBlank() || examples.isEmpty()) {
            throw new IllegalArgumentException("A command has a name, a summary and an example: " + name);
        }
    }

    /** Begins a command's description. */
    public static Builder named(String name, String summary) {
        return new Builder(name, summary);
    }

    /** How to use it: {@code nr:retry BOOK}. */
    public String usage() {
        return Stream.concat(Stream.of("nr:" + name), parameters.stream().map(Parameter::usage))
                .collect(Collectors.joining(" "));
    }

    /** Describes a command. */
    public static final class Builder {
        private final String name;
        private final String summary;
        private final List<Parameter> parameters = new ArrayList<>();
        private final List<Example> examples = new ArrayList<>();
        private String notes = "";

        private Builder(String name, String summary) {
            this.name = name;
            this.summary = summary;
        }

        /** A word that must be there. */
        public Builder required(String label, String meaning) {
            return parameter(Parameter.Kind.REQUIRED, label, "", meaning);
        }

        /** A word that may be left out. */
        public Builder optional(String label, String meaning) {
            return parameter(Parameter.Kind.OPTIONAL, label, "", meaning);
        }

        /** All words that are left, also none. */
        public Builder repeated(String label, String meaning) {
            return parameter(Parameter.Kind.REPEATED, label, "", meaning);
        }

        /** @param option with its two dashes */
        public Builder option(String option, String label, String meaning) {
            return parameter(Parameter.Kind.OPTION, option, label, meaning);
        }

        /** @param flag with its two dashes */
        public Builder flag(String flag, String meaning) {
            return parameter(Parameter.Kind.FLAG, flag, "", meaning);
        }

        private Builder parameter(Parameter.Kind kind, String label, String value, String meaning) {
            parameters.add(new Parameter(kind, label, value, meaning));
            return this;
        }

        /** @param sentences what else a person should know */
        public Builder note(String sentences) {
            notes = sentences;
            return this;
        }

        /** A line that works, and what it does. */
        public Builder example(String line, String effect) {
            examples.add(new Example(line, effect));
            return this;
        }

        /** The described command does this. */
        public Command does(Action action) {
            return new Command(name, summary, notes, parameters, examples, action);
        }
    }
}
