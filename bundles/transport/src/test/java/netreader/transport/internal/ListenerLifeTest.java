package netreader.transport.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import netreader.transport.Connection;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Start, change and stop of a listener. */
class ListenerLifeTest extends ListenerFixture {
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

    @RepeatedTest(50) // what could be lost is lost in one stop of hundreds
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
                Thread.sleep(1);
            }
            sent.countDown();
            assertEquals("1234slow refuses: STOPPING", read(connection, 26));
            assertEquals(-1, connection.read(ByteBuffer.allocate(1)));
            connection.close();
            stopping.join();
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
        assertEquals(List.of(), listener.sessions());
        assertThrows(IOException.class, this::connect);
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

    private boolean connectable() {
        try (Connection probe = connect()) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
