package netreader.transport.internal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netreader.shell.Answer;
import netreader.shell.Arguments;
import netreader.shell.Command;
import netreader.shell.CommandException;
import netreader.shell.Commands;
import netreader.shell.Table;
import netreader.shell.UsageException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The shell's {@code nr:sessions} and {@code nr:limits}. */
@Component
public final class TransportCommands implements Commands {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final TcpListener listener;
    private final ConfigurationAdmin configurations;

    @Activate
    public TransportCommands(@Reference TcpListener listener, @Reference ConfigurationAdmin configurations) {
        this.listener = listener;
        this.configurations = configurations;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.named("sessions", "lists who is connected")
                        .example("nr:sessions", "lists connections: number, address, dialect, age in seconds")
                        .does(this::sessions),
                Command.named("limits", "shows the limits of connections, or changes one until the server stops")
                        .optional("NAME", "a setting of conf/netreader.transport.cfg; only this one is shown")
                        .optional(
                                "VALUE", "what it is from now on; connections that are open keep what they began with")
                        .example("nr:limits", "shows where the server listens, and all limits")
                        .example(
                                "nr:limits maxBytesPerSecond 8000000",
                                "sends 8 MB a second at the most on a connection")
                        .example("nr:limits port 9000", "listens on another port; nobody is disconnected")
                        .does(this::limits));
    }

    private Answer sessions(Arguments arguments) {
        Instant now = Instant.now();
        return Table.of("sessions", listener.sessions())
                .column("number", Session::number)
                .column("peer", Session::peer)
                .column("dialect", Session::dialectName)
                .column("seconds", (Session session) -> session.age(now).toSeconds())
                .whenEmpty("Nobody is connected");
    }

    private Answer limits(Arguments arguments) throws IOException, InterruptedException {
        Optional<String> name = arguments.optional("NAME");
        try {
            if (arguments.has("VALUE")) {
                change(arguments.required("NAME"), arguments.required("VALUE"));
            }
            name.ifPresent(only -> EditedConfig.value(listener.config(), only));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
        return Table.of("limits", name.map(List::of).orElseGet(EditedConfig::names))
                .column("name", (String each) -> each)
                .column("value", (String each) -> EditedConfig.value(listener.config(), each))
                .withoutHeads();
    }

    /**
     * Changes a setting until the server stops. Connections stay, with the limits that they began with.
     *
     * @throws IllegalArgumentException with a sentence that says why the server stays as it is
     */
    private void change(String name, String value) throws IOException, InterruptedException {
        TransportConfig wanted = EditedConfig.of(listener.config(), name, value);
        Settings.of(wanted);
        Configuration configuration = configurations.getConfiguration(TcpListener.PID, null);
        Map<String, Object> before = new HashMap<>();
        if (configuration.getProperties() != null) {
            before.putAll(FrameworkUtil.asMap(configuration.getProperties()));
        }
        Map<String, Object> after = new HashMap<>(before);
        after.put(name, value);
        configuration.update(FrameworkUtil.asDictionary(after));
        if (!isTakenOver(name, EditedConfig.value(wanted, name))) {
            configuration.update(FrameworkUtil.asDictionary(before));
            throw new CommandException("INTERNAL", "The server stays as it is; its log says why");
        }
    }

    /** A configuration is taken over by another thread; an address, for one, may be in use. */
    private boolean isTakenOver(String name, Object value) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!EditedConfig.value(listener.config(), name).equals(value)) {
            if (System.nanoTime() - until > 0) {
                return false;
            }
            Thread.sleep(10);
        }
        return true;
    }
}
