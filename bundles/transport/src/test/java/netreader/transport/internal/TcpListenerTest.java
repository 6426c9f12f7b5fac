package netreader.transport.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import netreader.transport.Connection;
import netreader.transport.Dialect;
import netreader.transport.Limits;
import netreader.transport.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

@Timeout(30)
class TcpListenerTest {
    private static final int FILE_BYTES = 16 << 20;

    private final TcpConnector connector = new TcpConnector();
    private final List<TcpListener> started = new ArrayList<>();
    private Object registered;

    @AfterEach
    void stopAll() throws IOException {
        connector.stop();
        for (TcpListener listener : started) {
            listener.stop();
        }
    }

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
    void anAddressInUseIsOneSentence() throws IOException {
        listen(Map.of());
        int taken = port();
        listen(Map.of("port", taken));
        assertEquals(
                "The address 127.0.0.1:" + taken + " is in use by another program; choose another port with --port",
                ((IOException) registered).getMessage());
        listen(Map.of("host", "no-such-host.invalid"));
        assertEquals(
                "There is no host named no-such-host.invalid to listen on", ((IOException) registered).getMessage());
    }

    @Test
    void aChangedPortMovesTheServerAndLeavesConnectionsAlone() throws Exception {
        TcpListener listener = listen(Map.of());
        listener.addDialect(echo("any", '1'), Map.of());
        int before = port();
        try (Connection connection = connect()) {
            connection.write(bytes("1"));
            assertEquals("any:1", read(connection, 5));
            listener.change(config(Map.of("port", freePort())));
            connection.write(bytes("on"));
            assertEquals("on", read(connection, 2));
            assertEquals("any:1", talk("1"));
            assertNotEquals(before, port());
            assertThrows(IOException.class, () -> connector.connect("127.0.0.1", before, Duration.ofSeconds(5)));
        }
    }

    @Test
    void aConfigurationThatCannotBeUsedChangesNothing() throws Exception {
        TcpListener listener = listen(Map.of());
        listener.addDialect(echo("any", '1'), Map.of());
        int before = port();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listener.change(config(Map.of("port", taken.getLocalPort())));
            listener.change(config(Map.of("port", before, "host", "no-such-host.invalid")));
            listener.change(config(Map.of("maxConnections", 0)));
        }
        assertEquals(before, port());
        assertEquals("any:1", talk("1"));
    }

    @Test
    void limitsThatChangeHoldForTheConnectionsToCome() throws Exception {
        TcpListener listener = listen(Map.of("port", freePort()));
        listener.addDialect(echo("any", '1'), Map.of());
        try (Connection first = connect();
                Connection second = connect()) {
            first.write(bytes("1"));
            second.write(bytes("1"));
            assertEquals("any:1any:1", read(first, 5) + read(second, 5));
            listener.change(config(Map.of("port", port(), "maxConnections", 1)));
            assertEquals("any refuses: BUSY", talk("1"));
            listener.change(config(Map.of("port", port(), "maxConnections", 3)));
            assertEquals("any:1", talk("1"));
        }
    }

    @Test
    void aSettingThatMakesNoSenseIsOneSentence() throws IOException {
        listen(Map.of("maxConnections", 0));
        assertEquals(
                "maxConnections of netreader.transport is a number from 1 to 1000000, not 0",
                ((IOException) registered).getMessage());
    }

    @Test
    void whatArrivedBeforeTheServerStopsIsAnswered() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch sent = new CountDownLatch(1);
        TcpListener listener = listen(Map.of());
        Conversation oneByOne = connection -> {
            ByteBuffer one = ByteBuffer.allocate(1);
            while (connection.read(one.clear()) >= 0) {
                asked.countDown();
                await(sent);
                connection.write(one.flip());
            }
        };
        listener.addDialect(new TestDialect("slow", '1', oneByOne), Map.of());
        try (Connection connection = connect()) {
            connection.write(bytes("1"));
            asked.await();
            connection.write(bytes("234"));
            Thread stopping = new Thread(() -> assertDoesNotThrow(listener::stop));
            stopping.start();
            while (connectable()) {
                Thread.onSpinWait();
            }
            sent.countDown();
            assertEquals("1234slow refuses: STOPPING", read(connection, 26));
            assertEquals(-1, connection.read(ByteBuffer.allocate(1)));
            connection.close();
            stopping.join();
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
    void aRangeOfAFileIsSentAsItIs(@TempDir Path folder) throws IOException {
        byte[] content = new byte[3_000_000];
        new Random(7).nextBytes(content);
        Path file = Files.write(folder.resolve("book"), content);
        listen(Map.of())
                .addDialect(
                        new TestDialect("files", '1', connection -> {
                            try (FileChannel channel = FileChannel.open(file)) {
                                connection.sendFile(channel, 1000, content.length - 1000);
                            }
                        }),
                        Map.of());
        try (Connection connection = connect()) {
            connection.write(bytes("1"));
            ByteBuffer received = ByteBuffer.allocate(content.length);
            while (connection.read(received) >= 0) {
                // on
            }
            assertEquals(ByteBuffer.wrap(Arrays.copyOfRange(content, 1000, content.length)), received.flip());
        }
    }

    @Test
    void aRunningRequestIsAnsweredWhenTheServerStops() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch stopping = new CountDownLatch(1);
        TcpListener listener = listen(Map.of());
        listener.addDialect(
                new TestDialect("slow", '1', connection -> {
                    connection.read(ByteBuffer.allocate(1));
                    asked.countDown();
                    assertEquals(
                            -1, connection.read(ByteBuffer.allocate(1)), "stopping looks like the end of the input");
                    stopping.countDown();
                    connection.write(bytes("answer"));
                }),
                Map.of());
        try (Connection connection = connect()) {
            connection.write(bytes("1"));
            asked.await();
            listener.stop();
            stopping.await();
            assertEquals("answerslow refuses: STOPPING", read(connection, 28));
            assertEquals(-1, connection.read(ByteBuffer.allocate(1)));
        }
        assertEquals(List.of(), listener.describeSessions());
        assertThrows(IOException.class, this::connect);
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
    void aClientThatTakesNothingOfAFileIsReset(@TempDir Path folder) throws Exception {
        TcpListener listener = listen(Map.of("stallTimeoutInSeconds", 1));
        listener.addDialect(sender(folder), Map.of());
        try (SocketChannel client = connectWithSmallBuffer()) {
            client.write(bytes("1"));
            assertEquals(1, client.read(ByteBuffer.allocate(1)));
            waitForSessions(listener, 0);
            assertThrows(IOException.class, () -> received(client, FILE_BYTES));
        }
    }

    @Test
    void aClientThatTakesAFileSlowlyButSteadilyGetsIt(@TempDir Path folder) throws Exception {
        listen(Map.of("stallTimeoutInSeconds", 1)).addDialect(sender(folder), Map.of());
        try (SocketChannel client = connectWithSmallBuffer()) {
            client.write(bytes("1"));
            long until = System.nanoTime() + Duration.ofSeconds(3).toNanos();
            int taken = 0;
            while (System.nanoTime() < until) { // 640 KB in each second; 256 KB must be
                taken += received(client, 32 * 1024);
                TimeUnit.MILLISECONDS.sleep(50);
            }
            assertTrue(taken < FILE_BYTES / 2, "the server still sends");
            assertEquals(FILE_BYTES, taken + received(client, FILE_BYTES - taken));
        }
    }

    @Test
    void aFileThatIsBeingSentDoesNotKeepAStoppingServer(@TempDir Path folder) throws Exception {
        TcpListener listener = listen(Map.of("stopTimeoutInMillis", 100));
        listener.addDialect(sender(folder), Map.of());
        try (SocketChannel client = connectWithSmallBuffer()) {
            client.write(bytes("1"));
            assertEquals(1, client.read(ByteBuffer.allocate(1)));
            listener.stop();
            waitForSessions(listener, 0);
        }
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

    /** Sends a large file. */
    private static Dialect sender(Path folder) throws IOException {
        Path file = Files.write(folder.resolve("book"), new byte[FILE_BYTES]);
        return new TestDialect("sends", '1', connection -> {
            try (FileChannel channel = FileChannel.open(file)) {
                connection.sendFile(channel, 0, FILE_BYTES);
            }
        });
    }

    private SocketChannel connectWithSmallBuffer() throws IOException {
        SocketChannel client = SocketChannel.open().setOption(StandardSocketOptions.SO_RCVBUF, 16 * 1024);
        client.connect((InetSocketAddress) registered);
        return client;
    }

    /** Takes so many bytes, or fewer if there are no more. */
    private static int received(SocketChannel client, int bytes) throws IOException {
        ByteBuffer some = ByteBuffer.allocate(bytes);
        while (some.hasRemaining() && client.read(some) >= 0) {
            // on
        }
        return some.position();
    }

    private interface Conversation {
        void with(Connection connection) throws IOException;
    }

    private record TestDialect(String name, int first, Conversation conversation) implements Dialect {
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
    private static Dialect echo(String name, int first) {
        return new TestDialect(name, first, connection -> {
            connection.write(bytes(name + ":"));
            ByteBuffer heard = ByteBuffer.allocate(100);
            while (connection.read(heard) >= 0) {
                connection.write(heard.flip());
                heard.clear();
            }
        });
    }

    private TcpListener listen(Map<String, Object> values) throws IOException {
        TcpListener listener = new TcpListener(context(), config(values));
        started.add(0, listener);
        return listener;
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int port() {
        return ((InetSocketAddress) registered).getPort();
    }

    private Connection connect() throws IOException {
        return connector.connect("127.0.0.1", port(), Duration.ofSeconds(5));
    }

    private boolean connectable() {
        try (Connection probe = connect()) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Says something, ends its words and returns the answer. */
    private String talk(String words) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Returns when so many connections are open; the test's own timeout ends a wait in vain. */
    private static void waitForSessions(TcpListener listener, int number) {
        while (listener.describeSessions().size() != number) {
            Thread.onSpinWait();
        }
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(Connection connection, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && connection.read(buffer) >= 0) {
            // on
        }
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
    }

    private static boolean ended(Connection connection) {
        try {
            return connection.read(ByteBuffer.allocate(1)) < 0;
        } catch (IOException e) {
            return true;
        }
    }

    /** Knows only how to register the listener's outcome. */
    private BundleContext context() {
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
    private TransportConfig config(Map<String, Object> values) {
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
