package netreader.shell;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;

/**
 * One connection. A command comes as a 4-byte length and UTF-8; what it prints goes back in pieces of a type
 * ('o' standard output, 'e' standard error), a 4-byte length and bytes; 'x' ends it with a 4-byte exit status. The
 * launcher holds the other end (ShellClient); the two share no classes.
 */
final class ShellConversation {
    private static final int LONGEST_COMMAND = 1 << 20;
    private static final int FAILED = 1;

    private final CommandProcessor processor;
    private final DataInputStream from;
    private final DataOutputStream to;

    ShellConversation(CommandProcessor processor, SocketChannel channel) {
        this.processor = processor;
        this.from = new DataInputStream(Channels.newInputStream(channel));
        this.to = new DataOutputStream(Channels.newOutputStream(channel));
    }

    /** Returns when the other end has gone. */
    void run() throws IOException {
        PrintStream out = stream('o');
        PrintStream err = stream('e');
        try (CommandSession session = processor.createSession(InputStream.nullInputStream(), out, err)) {
            // nr:books is books, felix:lb is lb, and so on.
            session.put("SCOPE", "nr:felix:gogo:*");
            while (true) {
                int length = from.readInt();
                if (length < 0 || length > LONGEST_COMMAND) {
                    return;
                }
                String command = new String(from.readNBytes(length), StandardCharsets.UTF_8);
                int status = execute(session, command, out, err);
                out.flush();
                err.flush();
                synchronized (to) {
                    to.writeByte('x');
                    to.writeInt(Integer.BYTES);
                    to.writeInt(status);
                    to.flush();
                }
            }
        } catch (EOFException e) {
            return; // the usual end
        }
    }

    private static int execute(CommandSession session, String command, PrintStream out, PrintStream err) {
        try {
            Object result = session.execute(command);
            if (result != null) {
                CharSequence shown = session.format(result, Converter.INSPECT);
                out.print(shown);
                if (shown.length() > 0 && shown.charAt(shown.length() - 1) != '\n') {
                    out.println();
                }
            }
            return 0;
        } catch (Exception e) { // whatever a command throws is that command's failure
            String message = e.getMessage() == null ? e.toString() : e.getMessage();
            err.println(message.replaceAll("\\R\\s*", " "));
            return FAILED;
        }
    }

    private PrintStream stream(char type) {
        return new PrintStream(new BufferedOutputStream(new PieceStream(to, type)), true, StandardCharsets.UTF_8);
    }
}
