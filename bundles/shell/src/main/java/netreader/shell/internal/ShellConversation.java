package netreader.shell.internal;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;

/**
 * One connection. A command comes as a 4-byte length and UTF-8; what it prints goes back in pieces of a type
 * ('o' standard output, 'e' standard error), a 4-byte length and bytes; 'x' ends it with a 4-byte exit status. The
 * launcher holds the other end (ShellClient); the two share no classes. 0 is done, 1 failed, 2 a line that is wrong.
 */
final class ShellConversation {
    private static final int LONGEST_COMMAND = 1 << 20;
    private static final int DONE = 0;

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
        // Not print streams: a command that prints much is to notice that nobody reads any more.
        OutputStream out = stream('o');
        OutputStream err = stream('e');
        try (CommandSession session = processor.createSession(InputStream.nullInputStream(), out, err)) {
            // nr:books is books, felix:lb is lb, and so on.
            session.put("SCOPE", "nr:felix:gogo:*");
            // A name with a star or a question mark is a book's, not one of the files in the server's folder.
            session.put(CommandSession.OPTION_NO_GLOB, true);
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

    private static int execute(CommandSession session, String command, OutputStream out, OutputStream err)
            throws IOException {
        try {
            Object result = session.execute(command);
            if (result != null) {
                String shown = session.format(result, Converter.INSPECT).toString();
                write(out, shown.endsWith("\n") || shown.isEmpty() ? shown : shown + "\n");
            }
            return DONE;
        } catch (Exception e) { // whatever a command throws is that command's failure
            Outcome outcome = Outcome.of(e);
            out.flush();
            write(err, outcome.sentence() + "\n");
            return outcome.status();
        }
    }

    private static void write(OutputStream to, String text) throws IOException {
        to.write(text.getBytes(StandardCharsets.UTF_8));
        to.flush();
    }

    private OutputStream stream(char type) {
        return new BufferedOutputStream(new PieceStream(to, type));
    }
}
