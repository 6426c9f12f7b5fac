package netreader.transport.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SessionsTest {
    @Test
    void aConnectionThatWasTakenWhileTheServerStopsIsNotServed() throws Exception {
        Sessions sessions = new Sessions(new Dialects());
        try (Deadlines deadlines = new Deadlines();
                ServerSocketChannel listener =
                        ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                SocketChannel client = SocketChannel.open(listener.getLocalAddress())) {
            SocketConnection late = new SocketConnection(1, listener.accept(), deadlines, Duration.ofSeconds(60), 0);
            sessions.end();
            sessions.serve(late);
            assertEquals(-1, client.read(ByteBuffer.allocate(1)));
            assertEquals(List.of(), sessions.open());
        }
    }
}
