package netreader.shell;

import java.util.Objects;

/**
 * A word that a command takes.
 *
 * @param name of an option with its two dashes; of any other as it stands in the line that shows how to use the command
 * @param value what follows an option, as it stands there; empty for any other
 * @param meaning for a person, without a full stop
 */
public record Parameter(Kind kind, String name, String value, String meaning) {
    /** How a word is told to a command. */
    public enum Kind {
        /** Must be there. */
        REQUIRED,
        /** May be left out. */
        OPTIONAL,
        /** Any number of words, also none. */
        REPEATED,
        /** Such as {@code --format FORMAT}. */
        OPTION,
        /** Such as {@code --all}. */
        FLAG
    }

    public Parameter {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(value);
        if (name.isBlank() || meaning.isBlank()) {
            throw new IllegalArgumentException("A parameter has a name and says what it means");
        }
    }

    /** Whether it is told by its place among the words. */
    boolean isPositional() {
        return kind == Kind.REQUIRED || kind == Kind.OPTIONAL || kind == Kind.REPEATED;
    }

    /** As it stands in the list of parameters: {@code --format FORMAT}. */
    public String label() {
        return value.isEmpty() ? name : name + " " + value;
    }

    /** As it stands in the line that shows how to use the command: {@code [--format FORMAT]}. */
    public String usage() {
        return switch (kind) {
            case REQUIRED -> name;
            case REPEATED -> "[" + name + " ...]";
            default -> "[" + label() + "]";
        };
    }
}
