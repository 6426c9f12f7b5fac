package netreader.format.registry.internal.folder;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes of what programs throw what a person reads. */
final class Sentences {
    /** How the first line of a trace begins: a class, and perhaps what it says. */
    private static final Pattern THROWN = Pattern.compile("(?:[\\w$]+\\.)*(?<type>[\\w$]+)(?:: (?<message>.+))?");

    private Sentences() {}

    /** The innermost cause that says something, on one line. */
    static String firstLine(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return firstLine(describe(cause));
    }

    private static String describe(Throwable thrown) {
        try {
            String message = Optional.ofNullable(thrown.getMessage()).orElse("");
            String type = thrown.getClass().getSimpleName();
            return message.isBlank() ? type : message + " (" + type + ")";
        } catch (RuntimeException e) {
            return thrown.getClass().getSimpleName();
        }
    }

    /** Of a stack trace as text, what its innermost cause says. */
    static String ofTrace(String trace) {
        String cause = trace.lines()
                .filter(line -> line.startsWith("Caused by: "))
                .reduce((first, last) -> last)
                .map(line -> line.substring("Caused by: ".length()))
                .orElse(trace);
        Matcher thrown = THROWN.matcher(firstLine(cause));
        if (!thrown.matches()) {
            return firstLine(cause);
        }
        String message = thrown.group("message");
        return message == null ? thrown.group("type") : message + " (" + thrown.group("type") + ")";
    }

    static String firstLine(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        return line.length() > 300 ? line.substring(0, 300) + "…" : line;
    }
}
