package netreader.transport.internal;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import netreader.transport.Connection;
import netreader.transport.Connector;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Connects by TCP. */
@Component(service = Connector.class)
public final class TcpConnector implements Connector {
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(60);

    private final Deadlines deadlines = new Deadlines();
    private final AtomicLong count = new AtomicLong();

    @Override
    public Connection connect(String host, int port, Duration limit) throws IOException {
        IOException failure = new IOException("There is no host named " + host);
        InetAddress[] addresses = addresses(host); // a name may stand for an IPv6 and an IPv4 address
        for (InetAddress address : addresses) {
            try {
                return connect(new InetSocketAddress(address, port), limit.dividedBy(addresses.length));
            } catch (ConnectException e) {
                failure = new IOException("No server answers on " + host + ":" + port, e);
            } catch (SocketTimeoutException e) {
                failure = new IOException("The server " + host + ":" + port + " did not answer in time", e);
            } catch (IOException e) {
                failure =
                        new IOException("The server " + host + ":" + port + " cannot be reached: " + e.getMessage(), e);
            }
        }
        throw failure;
    }

    private static InetAddress[] addresses(String host) {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            return new InetAddress[0];
        }
    }

    private Connection connect(InetSocketAddress address, Duration limit) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            // A blocking channel has no connect timeout of its own; its socket view does.
            channel.socket().connect(address, Math.toIntExact(limit.toMillis()));
            return new SocketConnection(count.incrementAndGet(), channel, deadlines, KEEP_ALIVE, 0);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Deactivate
    void stop() {
        deadlines.close();
    }
}
