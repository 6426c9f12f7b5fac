package netreader.launcher;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The other end of the shell bundle's socket. A command goes out as a 4-byte length and UTF-8; what it prints comes back
 * in pieces of a type ('o' standard output, 'e' standard error), a 4-byte length and bytes; the last piece of a command,
 * 'x', holds its 4-byte exit status.
 */
final class ShellClient {
    private static final String PROMPT = "nr> ";
    private static final String GREETING =
            "The shell of the NetReader server. nr:help lists the commands; exit leaves.";

    private final Path serverFolder;
    private final PrintStream out;
    private final PrintStream err;

    ShellClient(Path serverFolder, PrintStream out, PrintStream err) {
        this.serverFolder = serverFolder;
        this.out = out;
        this.err = err;
    }

    /**
     * @param command empty for a conversation over standard input
     * @return the exit status
     */
    int run(Optional<String> command) throws LaunchException {
        try (SocketChannel channel = connect()) {
            DataOutputStream to = new DataOutputStream(Channels.newOutputStream(channel));
            DataInputStream from = new DataInputStream(Channels.newInputStream(channel));
            return command.isPresent() ? run(command.get(), to, from) : converse(to, from);
        } catch (NobodyReadsException e) {
            return Main.DONE;
        } catch (IOException e) {
            throw new LaunchException("CONNECTION_LOST", "The server has closed the shell", e);
        }
    }

    private SocketChannel connect() throws LaunchException {
        Path socket = serverFolder.resolve("shell.sock");
        try {
            Path address = serverFolder.resolve("shell.address");
            if (Files.exists(address)) {
                socket = Path.of(Files.readString(address).strip());
            }
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            channel.connect(UnixDomainSocketAddress.of(socket));
            return channel;
        } catch (IOException | UnsupportedOperationException e) {
            if (Files.exists(socket) && !Files.isWritable(socket)) {
                throw new LaunchException("UNREACHABLE", "The shell on " + socket + " is for its owner only", e);
            }
            throw new LaunchException(
                    "UNREACHABLE", "No server with a shell runs on the data folder " + serverFolder.getParent(), e);
        }
    }

    private int run(String command, DataOutputStream to, DataInputStream from) throws IOException {
        byte[] bytes = command.getBytes(StandardCharsets.UTF_8);
        to.writeInt(bytes.length);
        to.write(bytes);
        while (true) {
            int type = from.readUnsignedByte();
            int length = from.readInt();
            if (type == 'x') {
                out.flush();
                return from.readInt();
            }
            (type == 'o' ? out : err).write(from.readNBytes(length));
            if (type == 'o' && out.checkError()) {
                throw new NobodyReadsException(); // as of any command in a pipe
            }
        }
    }

    /** Nobody reads what is printed any more. */
    private static final class NobodyReadsException extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** Runs all lines; returns the status of the first that was not done. */
    private int converse(DataOutputStream to, DataInputStream from) throws IOException {
        // The script knows; System.console() says nothing of standard input since 22.
        boolean person = Boolean.getBoolean("netreader.terminal");
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        int status = Main.DONE;
        if (person) {
            out.println(GREETING);
        }
        while (true) {
            if (person) {
                out.print(PROMPT);
                out.flush();
            }
            String line = lines.readLine();
            if (line == null || line.strip().equals("exit")) {
                return status;
            }
            if (!line.isBlank()) {
                int ended = run(line, to, from);
                status = status == Main.DONE ? ended : status;
            }
        }
    }
}
