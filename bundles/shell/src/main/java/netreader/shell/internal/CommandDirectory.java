package netreader.shell.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import netreader.shell.Command;
import netreader.shell.Commands;
import org.apache.felix.service.command.Function;

/** The commands that there are, as they come and go with their bundles. Any thread. */
final class CommandDirectory {
    static final String SCOPE = "nr";
    /** Gogo calls it for a command that there is not. */
    private static final String DEFAULT = "default";

    private final Map<String, Command> commands = new ConcurrentSkipListMap<>();
    private final Registrar registrar;
    private final Supplier<Set<String>> allNames;
    private final Command help;

    /** Makes a function known to Gogo until what it returns is run. */
    @FunctionalInterface
    interface Registrar {
        Runnable register(String name, Function function);
    }

    /** @param allNames of the commands that Gogo knows, with their scopes */
    CommandDirectory(Registrar registrar, Supplier<Set<String>> allNames) {
        this.registrar = registrar;
        this.allNames = allNames;
        this.help = new HelpCommand(this).command();
    }

    /** Adds the commands of the shell itself. */
    Runnable open() {
        Runnable added = add(() -> List.of(help));
        Runnable fallback = registrar.register(DEFAULT, new UnknownCommand(this));
        return () -> {
            fallback.run();
            added.run();
        };
    }

    /** Adds commands until what is returned is run. */
    Runnable add(Commands added) {
        List<Runnable> removals = new ArrayList<>();
        for (Command command : added.commands()) {
            commands.put(command.name(), command);
            removals.add(registrar.register(command.name(), new CommandFunction(command, help)));
            removals.add(() -> commands.remove(command.name(), command));
        }
        return () -> removals.forEach(Runnable::run);
    }

    /** By name. */
    Collection<Command> commands() {
        return commands.values();
    }

    Optional<Command> command(String name) {
        return Optional.ofNullable(commands.get(name));
    }

    /** Scope and name of the command of another origin, such as {@code felix:lb}, that is meant. */
    Optional<String> foreign(String name) {
        return allNames.get().stream()
                .filter(each -> !each.startsWith(SCOPE + ":"))
                .filter(each -> each.equals(name) || each.endsWith(":" + name))
                .sorted()
                .findFirst();
    }

    /** What may be meant by the name of a command that there is not, as it would be typed. */
    Optional<String> meant(String name) {
        String bare = name.substring(name.indexOf(':') + 1);
        Optional<String> own = Likeness.nearest(bare, commands.keySet()).map(each -> SCOPE + ":" + each);
        if (own.isPresent()) {
            return own;
        }
        Set<String> foreign = new TreeSet<>();
        allNames.get().stream()
                .filter(each -> !each.startsWith(SCOPE + ":"))
                .forEach(each -> foreign.add(each.substring(each.indexOf(':') + 1)));
        return Likeness.nearest(bare, foreign).flatMap(this::foreign);
    }
}
