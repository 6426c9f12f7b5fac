package netreader.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import netreader.client.ClientException;
import netreader.protocol.Request;
import netreader.transport.internal.TcpConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ServerLinkTest {
    private static final Duration LONG = Duration.ofSeconds(3);
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final Request.Hello LARGE = new Request.Hello(1, "x".repeat(50_000), "device", "test");

    private final TcpConnector connector = new TcpConnector();
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final AtomicLong sent = new AtomicLong();

    @AfterEach
    void stop() throws Exception {
        callers.shutdownNow();
        RealServer.call(connector, "stop");
    }

    @Test
    void whoSendsToAServerThatTakesNothingWaitsNoLongerThanItsDeadline() throws Exception {
        try (ServerSocket listener = new ServerSocket()) {
            listener.setReceiveBufferSize(4096);
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            try (ServerLink link = new ServerLink(
                            connector.connect("127.0.0.1", listener.getLocalPort(), LONG),
                            Patience.DEFAULT,
                            event -> {});
                    Socket unread = listener.accept()) {
                assertTrue(unread.isConnected());
                Future<Duration> sender = callers.submit(sendUntilItFails(link, LONG));
                long before;
                do { // until the system takes no more
                    before = sent.get();
                    Thread.sleep(200);
                } while (sent.get() > before || before == 0);
                Duration second = callers.submit(sendUntilItFails(link, SHORT)).get();
                assertTrue(second.compareTo(LONG.minus(SHORT)) < 0, "the second waited for the first: " + second);
                Duration first = sender.get();
                assertTrue(first.compareTo(LONG.multipliedBy(3)) < 0, "sending took " + first);
                assertEquals("TIMEOUT", link.lost().join().code());
            }
        }
    }

    /** Returns how long the call took that failed; each has its own deadline. */
    private Callable<Duration> sendUntilItFails(ServerLink link, Duration limit) {
        return () -> {
            while (true) {
                long began = System.nanoTime();
                try {
                    var unused = link.send(LARGE, Deadline.in(limit));
                    sent.incrementAndGet();
                } catch (ClientException e) {
                    assertEquals("TIMEOUT", e.code());
                    return Duration.ofNanos(System.nanoTime() - began);
                }
            }
        };
    }
}
