package netreader.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a command was told, by the names of its parameters.
 *
 * @param values words by the names of parameters; a flag that was set has an empty list
 */
public record Arguments(Map<String, List<String>> values) {
    public Arguments {
        values = Map.copyOf(values);
    }

    /** The word for a required parameter. */
    public String required(String name) {
        return values.get(name).get(0);
    }

    /** The word for an optional parameter or an option, if there is one. */
    public Optional<String> optional(String name) {
        return all(name).stream().findFirst();
    }

    /** The words for a parameter, in their order. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Whether a flag was set, or any word given for another parameter. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /**
     * The whole number for an option, if there is one.
     *
     * @throws UsageException if it is none, or outside of the range
     */
    public Optional<Integer> number(String name, int least, int most) {
        return optional(name).map(text -> number(name, text, least, most));
    }

    private static int number(String name, String text, int least, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new UsageException(name + " is a whole number, not \"" + text + "\"", e);
        }
        throw new UsageException(name + " is a number from " + least + " to " + most + ", not " + text);
    }
}
