package netreader.catalogue.internal.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** The process that inspects books, seen from the server. One thread asks; any thread may close. */
final class WorkerProcess implements AutoCloseable {
    private static final Logger LOG = System.getLogger(WorkerProcess.class.getName());
    /** The JVM's status after -XX:+ExitOnOutOfMemoryError. */
    private static final int OUT_OF_MEMORY = 3;

    private static final int MAX_LOG_LINE = 64 << 10;
    private static final long END_SECONDS = 5;

    private final Process process;
    private final Path folder;
    private final InspectionLimits limits;
    private final ScheduledExecutorService clock;
    private final BoundedLines replies;
    private final Thread log;
    private volatile boolean overran;
    private volatile String lastWords = "it ended without a word";

    private WorkerProcess(Process process, Path folder, InspectionLimits limits, ScheduledExecutorService clock) {
        this.process = process;
        this.folder = folder;
        this.limits = limits;
        this.clock = clock;
        this.replies = new BoundedLines(process.getInputStream(), WorkerMessages.MAX_BYTES);
        this.log = new Thread(this::passOnLog, "netreader-worker-log");
        log.setDaemon(true);
        log.start();
    }

    /**
     * Starts one.
     *
     * @param folder for its own files; removed when it has ended
     * @throws IOException if it does not start
     */
    static WorkerProcess start(
            List<String> command, Path folder, InspectionLimits limits, ScheduledExecutorService clock)
            throws IOException {
        return new WorkerProcess(new ProcessBuilder(command).start(), folder, limits, clock);
    }

    /** @throws IOException if it does not become ready in time; it is closed then */
    void awaitReady() throws IOException {
        try {
            String greeting = receive(limits.start());
            if (!greeting.equals(WorkerMessages.READY)) {
                throw new IOException("its first word is \"" + greeting + "\"");
            }
            LOG.log(Level.DEBUG, "The process {0} inspects books", Long.toString(process.pid()));
        } catch (WorkerEndedException e) {
            close();
            throw new IOException(
                    overran ? "it is not ready after " + limits.start().toSeconds() + " s" : words(), e);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    void send(String line) throws WorkerEndedException {
        try {
            OutputStream requests = process.getOutputStream();
            requests.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            requests.flush();
        } catch (IOException e) {
            throw ended(limits.facts(), e);
        }
    }

    /**
     * The next reply. A process that does not give one in time, or gives one that is too long, is closed.
     *
     * @throws WorkerEndedException if there is none
     */
    String receive(Duration limit) throws WorkerEndedException {
        ScheduledFuture<?> end = clock.schedule(this::overrun, limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            Optional<String> reply = replies.next();
            if (reply.isEmpty() || overran) {
                throw ended(limit, null);
            }
            return reply.get();
        } catch (IOException e) {
            throw ended(limit, e);
        } finally {
            end.cancel(false);
        }
    }

    private void overrun() {
        overran = true;
        process.destroyForcibly();
    }

    private WorkerEndedException ended(Duration limit, IOException e) {
        int status = awaitEnd();
        if (overran) {
            return new WorkerEndedException("Reading it took more than " + limit.toSeconds() + " s", e);
        }
        if (status == OUT_OF_MEMORY) {
            return new WorkerEndedException("Reading it took more than " + limits.megabytes() + " MB of memory", e);
        }
        return new WorkerEndedException("The process that read it ended unexpectedly", e);
    }

    /** What it said last of itself, when its log has come to its end. */
    private String words() {
        try {
            log.join(TimeUnit.SECONDS.toMillis(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return lastWords;
    }

    /** Ends the process unless it ends by itself at this moment; returns its status, -1 if it does not end. */
    private int awaitEnd() {
        try {
            if (process.waitFor(1, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            process.destroyForcibly();
            return process.waitFor(END_SECONDS, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            return -1;
        }
    }

    private void passOnLog() {
        try (InputStream err = process.getErrorStream()) {
            BoundedLines lines = new BoundedLines(err, MAX_LOG_LINE);
            for (Optional<String> line = logLine(lines); line.isPresent(); line = logLine(lines)) {
                lastWords = line.get();
                LOG.log(Level.DEBUG, "{0}: {1}", Long.toString(process.pid()), lastWords);
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The log of the process {0} ends: {1}", Long.toString(process.pid()), e.toString());
        }
    }

    /** Read to the end in any case: a process whose log nobody takes stands still. */
    private static Optional<String> logLine(BoundedLines lines) throws IOException {
        try {
            return lines.next();
        } catch (BoundedLines.TooLongException e) {
            return Optional.of("(" + e.getMessage() + ")");
        }
    }

    /** Kills it, which costs nothing: it holds nothing. Safe to call twice. */
    @Override
    public void close() {
        process.destroyForcibly();
        awaitEnd();
        Folders.delete(folder);
    }
}
