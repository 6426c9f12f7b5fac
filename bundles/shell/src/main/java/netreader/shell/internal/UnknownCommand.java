package netreader.shell.internal;

import java.util.List;
import netreader.shell.UsageException;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;

/** What Gogo calls for a command that there is not: says so, and what may be meant. */
record UnknownCommand(CommandDirectory directory) implements Function {
    @Override
    public Object execute(CommandSession session, List<Object> arguments) {
        throw new UsageException(sentence(directory, String.valueOf(arguments.get(0))));
    }

    static String sentence(CommandDirectory directory, String name) {
        return "There is no command \"" + name + "\""
                + directory
                        .meant(name)
                        .map(other -> ", perhaps " + other + " is meant")
                        .orElse("")
                + "; nr:help lists all";
    }
}
