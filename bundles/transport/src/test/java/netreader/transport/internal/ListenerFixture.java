package netreader.transport.internal;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import netreader.transport.Connection;
import netreader.transport.Dialect;
import netreader.transport.Limits;
import netreader.transport.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** A real listener on loopback, and clients of it. */
@Timeout(30)
abstract class ListenerFixture {
    final TcpConnector connector = new TcpConnector();
    /** The last one comes first. */
    final List<TcpListener> started = new ArrayList<>();
    /** What the listener has announced last: its address, or why it does not listen. */
    Object registered;

    @AfterEach
    void stopAll() throws IOException {
        connector.stop();
        for (TcpListener listener : started) {
            listener.stop();
        }
    }

    interface Conversation {
        void with(Connection connection) throws IOException;
    }

    record TestDialect(String name, int first, Conversation conversation) implements Dialect {
        @Override
        public boolean begins(int firstByte) {
            return firstByte == first;
        }

        @Override
        public void serve(Connection connection, Limits limits) throws IOException {
            conversation.with(connection);
        }

        @Override
        public void refuse(Connection connection, Refusal why, String sentence) throws IOException {
            connection.write(bytes(name + " refuses: " + why));
        }
    }

    /** Says its name, and then whatever it hears. */
    static Dialect echo(String name, int first) {
        return new TestDialect(name, first, connection -> {
            connection.write(bytes(name + ":"));
            ByteBuffer heard = ByteBuffer.allocate(100);
            while (connection.read(heard) >= 0) {
                connection.write(heard.flip());
                heard.clear();
            }
        });
    }

    TcpListener listen(Map<String, Object> values) throws IOException {
        TcpListener listener = new TcpListener(context(), config(values));
        started.add(0, listener);
        return listener;
    }

    int port() {
        return ((InetSocketAddress) registered).getPort();
    }

    Connection connect() throws IOException {
        return connector.connect("127.0.0.1", port(), Duration.ofSeconds(5));
    }

    /** Says something, ends its words and returns the answer. */
    String talk(String words) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Returns when so many connections are open; the test's own timeout ends a wait in vain. */
    static void waitForSessions(TcpListener listener, int number) throws InterruptedException {
        while (listener.sessions().size() != number) {
            Thread.sleep(1);
        }
    }

    static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    static String read(Connection connection, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && connection.read(buffer) >= 0) {
            // on
        }
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
    }

    static boolean ended(Connection connection) {
        try {
            return connection.read(ByteBuffer.allocate(1)) < 0;
        } catch (IOException e) {
            return true;
        }
    }

    /** Knows only how to register the listener's outcome. */
    BundleContext context() {
        return (BundleContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {BundleContext.class}, (proxy, method, arguments) -> {
                    registered = arguments[1];
                    return Proxy.newProxyInstance(
                            getClass().getClassLoader(),
                            new Class<?>[] {ServiceRegistration.class},
                            (registration, unregister, none) -> null);
                });
    }

    /** The defaults with a free port and the given values. */
    TransportConfig config(Map<String, Object> values) {
        return (TransportConfig) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {TransportConfig.class}, (proxy, method, arguments) -> {
                    if (method.getDeclaringClass() == Annotation.class) {
                        return null;
                    }
                    Object fallback = method.getName().equals("port") ? 0 : method.getDefaultValue();
                    return values.getOrDefault(method.getName(), fallback);
                });
    }
}
