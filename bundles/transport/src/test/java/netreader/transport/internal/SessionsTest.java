package netreader.transport.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SessionsTest {
    @Test
    void aConnectionThatWasTakenWhileTheServerStopsIsNotServed() throws Exception {
        Map<String, Object> values =
                Map.of("maxConnections", 10, "firstByteTimeoutInSeconds", 60, "stopTimeoutInMillis", 10);
        TransportConfig config = (TransportConfig) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {TransportConfig.class},
                (proxy, method, arguments) -> values.get(method.getName()));
        Sessions sessions = new Sessions(new Dialects(), config);
        try (Deadlines deadlines = new Deadlines();
                ServerSocketChannel listener =
                        ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                SocketChannel client = SocketChannel.open(listener.getLocalAddress())) {
            SocketConnection late = new SocketConnection(1, listener.accept(), deadlines);
            sessions.end();
            sessions.serve(late);
            assertEquals(-1, client.read(ByteBuffer.allocate(1)));
            assertEquals(List.of(), sessions.describe());
        }
    }
}
