package netreader.shell.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import netreader.shell.Answer;
import netreader.shell.Command;
import netreader.shell.CommandException;
import netreader.shell.UsageException;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Process;

/**
 * A command as Gogo calls it. It prints its answer instead of returning it: so the answer also reaches a pipe, a file, and
 * the screen when another command follows on the line.
 */
final class CommandFunction implements Function {
    private static final Logger LOG = System.getLogger(CommandFunction.class.getName());
    private static final String JSON = "--json";
    private static final String HELP = "--help";

    private final Command command;
    private final Command help;

    /** @param help what {@code --help} asks */
    CommandFunction(Command command, Command help) {
        this.command = command;
        this.help = help;
    }

    @Override
    public Object execute(CommandSession session, List<Object> arguments) throws IOException {
        List<String> words = new ArrayList<>();
        arguments.forEach(argument -> words.add(argument == null ? "" : argument.toString()));
        boolean options = !words.contains("--");
        boolean asJson = options && words.removeIf(JSON::equals);
        Writer to = new BufferedWriter(
                new OutputStreamWriter(new HonestStream(Process.Utils.current().out()), StandardCharsets.UTF_8));
        try {
            Answer answer = options && words.contains(HELP) ? run(help, List.of(command.name())) : run(command, words);
            if (asJson) {
                new JsonPrinter(to).print(answer);
            } else {
                new TextPrinter(to).print(answer);
            }
            to.flush();
            return null;
        } catch (HonestStream.NobodyReadsException e) {
            LOG.log(Level.DEBUG, "The answer of nr:{0} is read no further", command.name());
            return null; // as of any command in a pipe
        } catch (UsageException e) {
            tell(asJson, to, "USAGE", e);
            throw e;
        } catch (CommandException e) {
            tell(asJson, to, e.code(), e);
            throw e;
        }
    }

    private static Answer run(Command command, List<String> words) throws IOException {
        try {
            return command.action().run(ArgumentReader.read(command, words));
        } catch (UsageException | CommandException | IOException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("CANCELLED", "nr:" + command.name() + " was interrupted", e);
        } catch (Exception e) { // nothing that was foreseen
            LOG.log(Level.ERROR, "nr:" + command.name() + " has failed", e);
            throw new CommandException("INTERNAL", "nr:" + command.name() + " has failed; the log says how", e);
        }
    }

    /** What was printed before, of a list that broke off, stays without an end. */
    private static void tell(boolean asJson, Writer to, String code, Exception failure) throws IOException {
        if (asJson) {
            new JsonPrinter(to).printFailure(code, failure.getMessage());
        }
        to.flush();
    }
}
