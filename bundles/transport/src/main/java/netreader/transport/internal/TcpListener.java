package netreader.transport.internal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import netreader.transport.Dialect;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Listens on the server's one port. While it listens, its address is an OSGi service of class
 * {@link InetSocketAddress}; if it cannot, an {@link IOException} that says why is one. A changed configuration is
 * taken over without ending a connection.
 */
@Component(
        service = TcpListener.class,
        immediate = true,
        configurationPid = TcpListener.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = TransportConfig.class)
public final class TcpListener {
    static final String PID = "netreader.transport";

    private static final Logger LOG = System.getLogger(TcpListener.class.getName());

    private final Dialects dialects = new Dialects();
    private final Deadlines deadlines = new Deadlines();
    private final ThreadFactory threads;
    private final AtomicLong count = new AtomicLong();
    private final BundleContext context;
    private final Sessions sessions = new Sessions(dialects);
    private Optional<Acceptor> acceptor = Optional.empty();
    private Optional<ServiceRegistration<?>> outcome = Optional.empty();
    private volatile TransportConfig config;

    @Activate
    public TcpListener(BundleContext context, TransportConfig config) {
        this(context, config, Threads.perConnection());
    }

    TcpListener(BundleContext context, TransportConfig config, ThreadFactory threads) {
        this.threads = threads;
        this.context = context;
        this.config = config;
        try {
            use(Settings.of(config));
        } catch (IOException | IllegalArgumentException e) {
            announce(IOException.class, new IOException(e.getMessage(), e));
        }
    }

    /** Takes over another configuration, or stays with the one that it has if that cannot be done. */
    @Modified
    void change(TransportConfig changed) {
        try {
            use(Settings.of(changed));
            config = changed;
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(Level.ERROR, "The changed configuration is not used: {0}", e.getMessage());
        }
    }

    private synchronized void use(Settings wanted) throws IOException {
        Optional<Settings> before = sessions.settings();
        sessions.use(wanted); // the first connection may come before the acceptor is here
        try {
            if (before.isEmpty() || !before.get().sameAddress(wanted)) {
                listenOn(wanted);
            }
        } catch (IOException e) {
            before.ifPresent(sessions::use);
            throw e;
        }
    }

    /** Listens there from now on, or where it did before if that fails; who is connected stays so. */
    private void listenOn(Settings wanted) throws IOException {
        Optional<InetSocketAddress> before = acceptor.map(Acceptor::address);
        if (before.isPresent() && before.get().getPort() == wanted.port()) {
            leave(); // one port cannot be listened on twice, also by different names
        }
        Acceptor there;
        try {
            there = new Acceptor(wanted.host(), wanted.port(), this::take);
        } catch (IOException e) {
            if (before.isPresent() && acceptor.isEmpty()) {
                acceptor = Optional.of(
                        new Acceptor(before.get().getHostString(), before.get().getPort(), this::take));
            }
            throw e;
        }
        leave();
        acceptor = Optional.of(there);
        announce(InetSocketAddress.class, there.address());
    }

    private void leave() throws IOException {
        if (acceptor.isPresent()) {
            acceptor.get().close();
            acceptor = Optional.empty();
        }
    }

    private <S> void announce(Class<S> type, S service) {
        Optional<ServiceRegistration<?>> before = outcome;
        outcome = Optional.of(context.registerService(type, service, null));
        before.ifPresent(ServiceRegistration::unregister);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addDialect(Dialect dialect, Map<String, ?> properties) {
        dialects.add(dialect, properties.get(Constants.SERVICE_RANKING) instanceof Integer ranking ? ranking : 0);
    }

    void removeDialect(Dialect dialect) {
        dialects.remove(dialect);
    }

    /** Starts to serve a connection; an OutOfMemoryError means that there is no thread for it. */
    private void take(SocketChannel channel) {
        Settings now = sessions.settings().orElseThrow();
        SocketConnection connection;
        try {
            connection = new SocketConnection(
                    count.incrementAndGet(), channel, deadlines, now.keepAlive(), now.bytesPerSecond());
        } catch (IOException e) { // it has gone already
            closeQuietly(channel);
            return;
        } catch (RuntimeException | Error e) {
            closeQuietly(channel);
            throw e;
        }
        try {
            threads.newThread(() -> sessions.serve(connection)).start();
        } catch (RuntimeException | Error e) {
            connection.close();
            throw e;
        }
    }

    private static void closeQuietly(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // There is nothing left to lose.
        }
    }

    /** The connections that are open, by number. */
    List<Session> sessions() {
        return sessions.open();
    }

    /** The configuration that is used. */
    TransportConfig config() {
        return config;
    }

    @Deactivate
    synchronized void stop() throws IOException {
        outcome.ifPresent(ServiceRegistration::unregister);
        leave();
        sessions.end();
        deadlines.close();
    }
}
