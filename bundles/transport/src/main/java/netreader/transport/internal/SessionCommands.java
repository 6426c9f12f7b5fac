package netreader.transport.internal;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The shell's {@code nr:sessions}. */
@Component(
        service = SessionCommands.class,
        property = {"osgi.command.scope=nr", "osgi.command.function=sessions"})
public final class SessionCommands {
    private final TcpListener listener;

    @Activate
    public SessionCommands(@Reference TcpListener listener) {
        this.listener = listener;
    }

    /** A line for each connection: number, peer, dialect and how long it has been open. */
    public String sessions() {
        List<String> lines = listener.describeSessions();
        return lines.isEmpty() ? "Nobody is connected" : String.join("\n", lines);
    }
}
