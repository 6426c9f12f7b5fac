package netreader.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own. */
public final class Server implements AutoCloseable {
    private static final String LISTENING = "NetReader is listening on ";
    private static final long STOP_SECONDS = 15;

    private final Process process;
    private final String address;
    private final Path log;

    private Server(Process process, String address, Path log) {
        this.process = process;
        this.address = address;
        this.log = log;
    }

    /** Starts one on a free port and waits until it listens. */
    public static Server start(Installation installation, Path library, Path data) throws IOException {
        return start(installation, library, data, 0);
    }

    public static Server start(Installation installation, Path library, Path data, int port, String... more)
            throws IOException {
        List<String> words = new ArrayList<>(List.of(
                "server",
                "--library",
                library.toString(),
                "--data",
                data.toString(),
                "--port",
                Integer.toString(port)));
        words.addAll(List.of(more));
        Path log = Files.createTempFile("netreader-server", ".log");
        Process process = installation
                .command(words.toArray(String[]::new))
                .redirectError(log.toFile())
                .start();
        process.getOutputStream().close();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        if (line == null || !line.startsWith(LISTENING)) {
            process.destroyForcibly();
            throw new IOException("The server says \"" + line + "\": " + Files.readString(log));
        }
        return new Server(process, line.substring(LISTENING.length()), log);
    }

    public String address() {
        return address;
    }

    public int port() {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    public long pid() {
        return process.pid();
    }

    Process process() {
        return process;
    }

    /** As kill -9. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** As kill; returns the exit status. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            kill();
            throw new AssertionError("The server did not stop");
        }
        return process.exitValue();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (process.isAlive()) {
            stop();
        }
        Files.delete(log);
    }
}
