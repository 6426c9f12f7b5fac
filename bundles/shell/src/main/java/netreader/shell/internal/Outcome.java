package netreader.shell.internal;

import netreader.shell.UsageException;
import org.apache.felix.gogo.runtime.SyntaxError;

/**
 * How a line that did not work ended.
 *
 * @param status for a script
 * @param sentence for a person
 */
record Outcome(int status, String sentence) {
    private static final int FAILED = 1;
    private static final int WRONG_LINE = 2;

    static Outcome of(Exception failure) {
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        String line = message.replaceAll("\\R\\s*", " ");
        if (failure instanceof UsageException) {
            return new Outcome(WRONG_LINE, line);
        }
        if (failure instanceof SyntaxError || failure.getCause() instanceof SyntaxError) {
            return new Outcome(
                    WRONG_LINE, "The line cannot be read (" + line + "); a name with signs in it stands between '…'");
        }
        // So Gogo says of commands that are not ours.
        if (failure instanceof IllegalArgumentException && line.startsWith("Cannot coerce ")) {
            String command = line.replaceFirst("^Cannot coerce ([\\w:.-]+).*$", "$1");
            return new Outcome(
                    WRONG_LINE, command + " does not take such words; felix:help " + command + " says what it takes");
        }
        return new Outcome(FAILED, line);
    }
}
