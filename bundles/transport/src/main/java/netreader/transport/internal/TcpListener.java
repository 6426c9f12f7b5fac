package netreader.transport.internal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import netreader.transport.Dialect;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Listens on the server's one port. While it listens, its address is an OSGi service of class
 * {@link InetSocketAddress}; if it cannot, an {@link IOException} that says why is one.
 */
@Component(
        service = TcpListener.class,
        immediate = true,
        configurationPid = "netreader.transport",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = TransportConfig.class)
public final class TcpListener {
    private static final Logger LOG = System.getLogger(TcpListener.class.getName());
    private static final int BACKLOG = 1024;
    private static final long ACCEPT_PAUSE_MILLIS = 100;

    private final Dialects dialects = new Dialects();
    private final Deadlines deadlines = new Deadlines();
    private final ThreadFactory threads = Threads.perConnection();
    private final AtomicLong count = new AtomicLong();
    private final Sessions sessions;
    private final TransportConfig config;
    private final ServerSocketChannel listener;
    private final ServiceRegistration<?> outcome;

    @Activate
    public TcpListener(BundleContext context, TransportConfig config) throws IOException {
        this.config = config;
        this.sessions = new Sessions(dialects, config);
        this.listener = ServerSocketChannel.open();
        this.outcome = listen(context);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addDialect(Dialect dialect) {
        dialects.add(dialect);
    }

    void removeDialect(Dialect dialect) {
        dialects.remove(dialect);
    }

    private ServiceRegistration<?> listen(BundleContext context) throws IOException {
        try {
            listener.bind(new InetSocketAddress(config.host(), config.port()), BACKLOG);
        } catch (IOException | RuntimeException e) { // UnresolvedAddressException is a runtime exception
            listener.close();
            return context.registerService(IOException.class, new IOException(sentence(e), e), null);
        }
        Thread thread = new Thread(this::acceptAll, "netreader-listener");
        thread.setDaemon(true);
        thread.start();
        InetSocketAddress address = (InetSocketAddress) listener.getLocalAddress();
        LOG.log(Level.INFO, "Listening on {0}:{1}", config.host(), Integer.toString(address.getPort()));
        return context.registerService(InetSocketAddress.class, address, null);
    }

    private String sentence(Exception e) {
        String address = config.host() + ":" + config.port();
        if (e instanceof UnresolvedAddressException || e instanceof UnknownHostException) {
            return "There is no host named " + config.host() + " to listen on";
        }
        if (e instanceof BindException && String.valueOf(e.getMessage()).contains("in use")) {
            return "The address " + address + " is in use by another program; choose another port with --port";
        }
        return "The server cannot listen on " + address + ": " + e.getMessage();
    }

    private void acceptAll() {
        while (listener.isOpen()) {
            try {
                accept(listener.accept());
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException | OutOfMemoryError e) { // no descriptor or no thread is left: others will end
                LOG.log(Level.ERROR, "A connection could not be taken: {0}", e.getMessage());
                pause();
            }
        }
    }

    private void accept(SocketChannel channel) throws IOException {
        SocketConnection connection;
        try {
            connection = new SocketConnection(count.incrementAndGet(), channel, deadlines);
        } catch (IOException | OutOfMemoryError e) {
            channel.close();
            throw e;
        }
        try {
            threads.newThread(() -> sessions.serve(connection)).start();
        } catch (OutOfMemoryError e) {
            connection.close();
            throw e;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(ACCEPT_PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the shell shows of the connections that are open. */
    List<String> describeSessions() {
        return sessions.describe();
    }

    @Deactivate
    void stop() throws IOException {
        outcome.unregister();
        listener.close();
        sessions.end();
        deadlines.close();
    }
}
