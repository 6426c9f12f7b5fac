package netreader.client.internal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import netreader.client.ClientException;
import netreader.client.ServerAddress;
import netreader.protocol.Event;
import netreader.protocol.Reply;
import netreader.protocol.Request;
import netreader.transport.Connection;
import netreader.transport.Connector;

/** The connections that one reader has open; one timer looks after them. Any thread. */
final class Links implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Links.class.getName());
    private static final int BEATS_PER_PING = 10;

    /** A link on which hello has been said, and what the server has said then. */
    record Greeted(ServerLink link, Reply.Hello hello) {}

    private final Connector connector;
    private final ServerAddress server;
    private final Patience patience;
    private final Set<ServerLink> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "netreader-pings");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean closed;

    Links(Connector connector, ServerAddress server, Patience patience) {
        this.connector = connector;
        this.server = server;
        this.patience = patience;
        long millis = Math.max(1, patience.ping().dividedBy(BEATS_PER_PING).toMillis());
        var unused = timer.scheduleWithFixedDelay(this::beat, millis, millis, TimeUnit.MILLISECONDS);
    }

    /**
     * Connects and says hello; the caller closes the link.
     *
     * @param events is called on the link's own thread and must not wait for the link
     * @throws ClientException why that was not possible
     */
    Greeted open(Request.Hello hello, Consumer<Event> events) throws ClientException {
        if (closed) {
            throw closing();
        }
        ServerLink link = new ServerLink(connect(), patience, events);
        open.add(link);
        var unused = link.lost().thenRun(() -> open.remove(link));
        try {
            if (closed) { // meanwhile
                throw closing();
            }
            return new Greeted(
                    link, link.call(hello, Deadline.in(patience.connect())).reply());
        } catch (ClientException e) {
            link.close();
            throw e;
        }
    }

    private Connection connect() throws ClientException {
        try {
            return connector.connect(server.host(), server.port(), patience.connect());
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw Deadline.interrupted(e);
            }
            throw new ClientException(ClientException.UNREACHABLE, e.getMessage(), e);
        }
    }

    private void beat() {
        for (ServerLink link : open) {
            try {
                link.beat();
            } catch (RuntimeException | Error e) { // the timer would stop, and nobody would notice a silent server
                LOG.log(Level.ERROR, "A connection could not be looked after", e);
            }
        }
    }

    static ClientException closing() {
        return new ClientException("CANCELLED", "The reader was closed");
    }

    /** Ends what is open: who waits for an answer hears CANCELLED. */
    @Override
    public void close() {
        closed = true;
        timer.shutdownNow();
        open.forEach(link -> link.end(closing()));
    }
}
