package netreader.transport.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import netreader.transport.Connection;
import netreader.transport.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendFileTest extends ListenerFixture {
    private static final int FILE_BYTES = 16 << 20;

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
}
