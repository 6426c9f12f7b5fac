package netreader.shell.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real socket and a real Gogo, without a framework. */
@Timeout(20)
class ShellSocketTest {
    private final ThreadIOImpl threadIo = new ThreadIOImpl();
    private final CommandProcessorImpl processor = new CommandProcessorImpl(threadIo);

    @TempDir
    private Path folder;

    @BeforeEach
    void commands() {
        threadIo.start();
        processor.addCommand("nr", new TestCommands(), "greet");
        processor.addCommand("nr", new TestCommands(), "names");
        processor.addCommand("nr", new TestCommands(), "refuse");
    }

    @AfterEach
    void stop() {
        processor.stop();
        threadIo.stop();
    }

    @Test
    void aCommandAnswersWithOutputAndStatus() throws Exception {
        Path path = folder.resolve("shell.sock");
        ShellSocket socket = new ShellSocket(processor, path, () -> () -> {});
        try (SocketChannel channel = connect(path)) {
            assertEquals(new Result("你好 论语\n", "", 0), run(channel, "greet 论语"));
            assertEquals(new Result("你好 x\n", "", 0), run(channel, "nr:greet x"), "the same connection goes on");
            assertEquals("a\nb\n", run(channel, "names").out().replace(" ", ""));
        } finally {
            socket.close();
        }
        assertFalse(Files.exists(path));
    }

    @Test
    void aCommandThatFailsSaysSoInOneLine() throws Exception {
        Path path = folder.resolve("shell.sock");
        ShellSocket socket = new ShellSocket(processor, path, () -> () -> {});
        try (SocketChannel channel = connect(path)) {
            assertEquals(new Result("", "There is no book, try again\n", 1), run(channel, "refuse book"));
            Result unknown = run(channel, "nonsense");
            assertEquals(1, unknown.status());
            assertTrue(unknown.err().contains("nonsense"), unknown.err());
        } finally {
            socket.close();
        }
    }

    @Test
    void onlyTheOwnerMayConnectAndAStaleSocketIsReplaced() throws Exception {
        Path path = Files.writeString(folder.resolve("shell.sock"), "left by a server that was killed");
        ShellSocket socket = new ShellSocket(processor, path, () -> () -> {});
        try (SocketChannel channel = connect(path)) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
            assertEquals(0, run(channel, "greet x").status());
        } finally {
            socket.close();
        }
    }

    @Test
    void aPathTooLongForASocketIsReplacedByOneThatTheAddressFileNames() throws Exception {
        Path deep = Files.createDirectories(folder.resolve("a".repeat(100)));
        ShellSocket socket = new ShellSocket(processor, deep.resolve("shell.sock"), () -> () -> {});
        Path address = deep.resolve("shell.address");
        try {
            while (!Files.exists(address) || Files.size(address) == 0) {
                Thread.sleep(10);
            }
            Path actual = Path.of(Files.readString(address));
            try (SocketChannel channel = connect(actual)) {
                assertEquals(0, run(channel, "greet x").status());
            }
        } finally {
            socket.close();
        }
        assertFalse(Files.exists(address));
    }

    private static SocketChannel connect(Path path) throws Exception {
        while (true) {
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                channel.connect(UnixDomainSocketAddress.of(path));
                return channel;
            } catch (IOException e) { // not listening yet
                channel.close();
                Thread.sleep(10);
            }
        }
    }

    private static Result run(SocketChannel channel, String command) throws IOException {
        DataOutputStream to = new DataOutputStream(Channels.newOutputStream(channel));
        DataInputStream from = new DataInputStream(Channels.newInputStream(channel));
        byte[] bytes = command.getBytes(StandardCharsets.UTF_8);
        to.writeInt(bytes.length);
        to.write(bytes);
        StringBuilder out = new StringBuilder();
        StringBuilder err = new StringBuilder();
        while (true) {
            int type = from.readUnsignedByte();
            int length = from.readInt();
            if (type == 'x') {
                return new Result(out.toString(), err.toString(), from.readInt());
            }
            (type == 'o' ? out : err).append(new String(from.readNBytes(length), StandardCharsets.UTF_8));
        }
    }

    private record Result(String out, String err, int status) {}
}
