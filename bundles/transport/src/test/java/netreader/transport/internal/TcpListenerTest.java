package netreader.transport.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import netreader.transport.Connection;
import org.junit.jupiter.api.Test;

class TcpListenerTest extends ListenerFixture {
    @Test
    void theFirstByteChoosesTheDialectAndIsReadAgain() throws IOException {
        TcpListener listener = listen(Map.of());
        listener.addDialect(echo("zeros", 0), Map.of());
        listener.addDialect(echo("digits", '1'), Map.of());
        assertEquals("digits:1 alice.txt", talk("1 alice.txt"));
        assertEquals("zeros:\0x", talk("\0x"));
    }

    @Test
    void theFirstReadBringsWhatHasArrivedWithTheFirstByte() throws IOException {
        listen(Map.of())
                .addDialect(
                        new TestDialect("reads", '1', connection -> {
                            ByteBuffer first = ByteBuffer.allocate(100);
                            connection.read(first);
                            connection.write(first.flip());
                        }),
                        Map.of());
        assertEquals("1 alice.txt", talk("1 alice.txt"));
        assertEquals("1", talk("1"), "a byte that comes alone is brought without waiting for more");
    }

    @Test
    void aFirstByteThatComesAloneIsReadBeforeTheRestIsThere() throws IOException {
        listen(Map.of())
                .addDialect(
                        new TestDialect("reads", '1', connection -> {
                            ByteBuffer heard = ByteBuffer.allocate(100);
                            while (connection.read(heard, Duration.ofSeconds(5)) > 0) {
                                connection.write(heard.flip());
                                heard.clear();
                            }
                        }),
                        Map.of());
        try (Connection connection = connect()) {
            connection.write(bytes("1"));
            assertEquals("1", read(connection, 1));
            connection.write(bytes(" alice.txt"));
            assertEquals(" alice.txt", read(connection, 10));
        }
    }

    @Test
    void anUnknownFirstByteGetsOneAnswerAndTheEnd() throws IOException {
        listen(Map.of()).addDialect(echo("digits", '1'), Map.of());
        assertEquals("NetReader does not understand what begins with the byte 71\n", talk("GET / HTTP/1.1\r\n"));
    }

    @Test
    void aClientThatComesBeforeTheDialectWaitsForIt() throws Exception {
        TcpListener listener = listen(Map.of());
        Thread late = new Thread(() -> listener.addDialect(echo("late", '1'), Map.of()));
        try (Connection connection = connect()) {
            connection.write(bytes("1"));
            late.start();
            connection.limitReading(Duration.ofSeconds(10));
            assertEquals("late:1", read(connection, 6));
        }
        late.join();
    }

    @Test
    void aClientThatSaysNothingIsShownTheDoor() throws IOException {
        listen(Map.of("firstByteTimeoutInSeconds", 1)).addDialect(echo("any", '1'), Map.of());
        try (Connection connection = connect()) {
            connection.limitReading(Duration.ofSeconds(10));
            assertEquals("any refuses: TIMEOUT", read(connection, 20));
        }
    }

    @Test
    void whoComesWhenAllPlacesAreTakenIsTold() throws Exception {
        TcpListener listener = listen(Map.of("maxConnections", 1));
        listener.addDialect(echo("any", '1'), Map.of());
        try (Connection first = connect()) {
            first.write(bytes("1"));
            assertEquals("any:1", read(first, 5));
            assertEquals("any refuses: BUSY", talk("1"));
            waitForSessions(listener, 1);
        }
    }

    @Test
    void aLimitEndsAReadThatWaits() throws IOException {
        listen(Map.of()).addDialect(echo("any", '1'), Map.of());
        try (Connection connection = connect()) {
            connection.limitReading(Duration.ofMillis(200));
            assertThrows(SocketTimeoutException.class, () -> connection.read(ByteBuffer.allocate(1)));
        }
    }

    @Test
    void aDialectThatFailsEndsItsConnectionOnly() throws IOException {
        TcpListener listener = listen(Map.of());
        listener.addDialect(
                new TestDialect("broken", '1', connection -> {
                    throw new StackOverflowError("simulated");
                }),
                Map.of());
        listener.addDialect(echo("whole", '2'), Map.of());
        try (Connection connection = connect()) {
            connection.write(bytes("1"));
            assertTrue(ended(connection));
        }
        assertEquals("whole:2", talk("2"));
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        IOException e = assertThrows(IOException.class, () -> connector.connect("127.0.0.1", 1, Duration.ofSeconds(2)));
        assertEquals("No server answers on 127.0.0.1:1", e.getMessage());
    }

    @Test
    void aVanishedClientLeavesNothingBehind() throws Exception {
        TcpListener listener = listen(Map.of());
        listener.addDialect(echo("any", '1'), Map.of());
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.getOutputStream().write('1');
            assertEquals('a', socket.getInputStream().read());
            socket.setSoLinger(true, 0); // a reset instead of FIN
        }
        waitForSessions(listener, 0);
        assertFalse(talk("1").isEmpty());
    }

    @Test
    void withoutThreadsAndAgainWithThemConnectionsAreTaken() throws Exception {
        AtomicInteger missing = new AtomicInteger(3);
        List<LogRecord> logged = new CopyOnWriteArrayList<>();
        Logger log = Logger.getLogger(Acceptor.class.getName());
        Handler handler = new Collecting(logged);
        log.addHandler(handler);
        try {
            TcpListener listener = new TcpListener(context(), config(Map.of()), task -> {
                if (missing.getAndDecrement() > 0) {
                    throw new OutOfMemoryError("unable to create native thread (simulated)");
                }
                return new Thread(task);
            });
            started.add(0, listener);
            listener.addDialect(echo("any", '1'), Map.of());
            for (int i = 0; i < 3; i++) {
                try (Connection connection = connect()) {
                    assertTrue(ended(connection), "nobody is left waiting");
                }
            }
            assertEquals("any:1", talk("1"));
            assertEquals(1, logged.size(), "reported once");
            assertNull(logged.get(0).getThrown());
        } finally {
            log.removeHandler(handler);
        }
    }

    private static final class Collecting extends Handler {
        private final List<LogRecord> logged;

        Collecting(List<LogRecord> logged) {
            this.logged = logged;
        }

        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().equals(Level.SEVERE)) {
                logged.add(line);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
