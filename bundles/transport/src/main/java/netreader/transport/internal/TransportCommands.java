package netreader.transport.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The shell's {@code nr:sessions} and {@code nr:limits}. */
@Component(
        service = TransportCommands.class,
        property = {"osgi.command.scope=nr", "osgi.command.function=sessions", "osgi.command.function=limits"})
public final class TransportCommands {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final TcpListener listener;
    private final ConfigurationAdmin configurations;

    @Activate
    public TransportCommands(@Reference TcpListener listener, @Reference ConfigurationAdmin configurations) {
        this.listener = listener;
        this.configurations = configurations;
    }

    /** A line for each connection: number, peer, dialect and how long it has been open. */
    public String sessions() {
        List<String> lines = listener.describeSessions();
        return lines.isEmpty() ? "Nobody is connected" : String.join("\n", lines);
    }

    /** A line for each setting of the transport: where the server listens, and its limits. */
    public String limits() {
        return EditedConfig.names().stream()
                .map(name -> String.format("%-28s %s", name, EditedConfig.value(listener.config(), name)))
                .collect(Collectors.joining("\n"));
    }

    /**
     * Changes a setting until the server stops. Connections stay, with the limits that they began with.
     *
     * @throws IllegalArgumentException with a sentence that says why the server stays as it is
     * @throws IllegalStateException with a sentence, if it could not be taken over
     */
    public void limits(String name, String value) throws IOException, InterruptedException {
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
            throw new IllegalStateException("The server stays as it is; its log says why");
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
