package netreader.launcher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The shell of a server in another process, asked from this one: a process for each line would take half a second. */
public final class ShellHere {
    private static final long START_LIMIT_NANOS = TimeUnit.SECONDS.toNanos(30);

    private ShellHere() {}

    /**
     * What the server answers to a line of the shell; waits for a server that has just been started.
     *
     * @param data the folder that the server was started with
     * @throws IOException if the line fails; with the sentence
     */
    public static String ask(Path data, String line) throws IOException, InterruptedException {
        long end = System.nanoTime() + START_LIMIT_NANOS;
        while (true) {
            try {
                return askNow(data, line);
            } catch (LaunchException e) {
                if (System.nanoTime() > end) {
                    throw new IOException(e);
                }
                Thread.sleep(50);
            }
        }
    }

    private static String askNow(Path data, String line) throws IOException, LaunchException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream failure = new ByteArrayOutputStream();
        int status = new ShellClient(DataFolder.of(Optional.of(data)).server(), print(said), print(failure))
                .run(Optional.of(line));
        if (status != Main.DONE) {
            throw new IOException(
                    line + ": " + failure.toString(StandardCharsets.UTF_8).strip());
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
