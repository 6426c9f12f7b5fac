package netreader.catalogue.internal.inspect;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import netreader.catalogue.internal.inspect.WorkerMessages.Answer;
import netreader.catalogue.internal.inspect.WorkerMessages.Picture;
import netreader.catalogue.internal.inspect.WorkerMessages.Request;
import netreader.catalogue.internal.store.CoverSizes;
import netreader.catalogue.internal.store.FileNameTitle;
import netreader.catalogue.internal.store.Inspection;
import netreader.format.registry.FormatRegistry;
import netreader.format.registry.FormatUnavailableException;

/**
 * Has books inspected by another process, which is started when there is a book and ended when there has been none for
 * a while. A book that this process does not survive is tried once more, alone in a new one, and then given up. Any
 * thread; one book at a time.
 */
public final class ChildInspector implements Inspector, PictureReader, AutoCloseable {
    private static final Logger LOG = System.getLogger(ChildInspector.class.getName());
    private static final long START_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(15);

    private final List<String> command;
    private final Path folder;
    private final Path formatCache;
    private final InspectionLimits limits;
    private final FormatRegistry formats;
    private final AutoCloseable formatListener;
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, task -> {
        Thread daemon = new Thread(task, "netreader-worker-limits");
        daemon.setDaemon(true);
        return daemon;
    });

    private final ReentrantLock turn = new ReentrantLock(true);
    private volatile WorkerProcess worker;
    private volatile boolean formatsChanged;
    private volatile boolean closed;
    private Optional<ScheduledFuture<?>> idle = Optional.empty();
    private Optional<IOException> startFailure = Optional.empty();
    private long startFailedAt;
    private int started;

    /**
     * @param command of the process; {@code ${memory}} stands for its heap in megabytes, {@code ${folder}} for its own
     *     folder and {@code ${formats}} for that of the formats; without words no book is inspected
     * @param data the folder with the folders of processes, which is emptied, and with that of the formats
     */
    public ChildInspector(List<String> command, Path data, InspectionLimits limits, FormatRegistry formats) {
        this.command = List.copyOf(command);
        this.folder = data.resolve("worker");
        this.formatCache = data.resolve("formats");
        this.limits = limits;
        this.formats = formats;
        this.formatListener = formats.listen(() -> formatsChanged = true);
        clock.setRemoveOnCancelPolicy(true);
        Folders.delete(folder); // what the processes of a killed server have left
    }

    @Override
    public Inspection inspect(String name, String format, Path file, Map<String, String> settings)
            throws IOException, FormatUnavailableException {
        String request = WorkerMessages.line(
                new Request(name, format, file.toAbsolutePath().toString(), settings));
        turn.lock();
        try {
            idle.ifPresent(end -> end.cancel(false));
            try {
                return inspect(running(), format, request);
            } catch (WorkerEndedException e) {
                LOG.log(Level.DEBUG, "{0} is tried again: {1}", name, e.getMessage());
                end();
            }
            try {
                return inspect(running(), format, request);
            } catch (WorkerEndedException e) {
                end();
                requireOpen(); // a process that was ended says nothing of the book
                return Inspection.failed(FileNameTitle.of(name), e.getMessage());
            }
        } finally {
            endWhenIdle();
            turn.unlock();
        }
    }

    @Override
    public CoverSizes read(Path picture) throws IOException {
        String request = WorkerMessages.line(
                new Request("", null, picture.toAbsolutePath().toString(), Map.of()));
        turn.lock();
        try {
            idle.ifPresent(end -> end.cancel(false));
            WorkerProcess process = running();
            process.send(request);
            Picture read = understood(process.receive(limits.cover()), Picture.class);
            return read.cover().orElseThrow(() -> new IOException(String.valueOf(read.unreadable())));
        } catch (WorkerEndedException e) {
            end();
            throw new IOException(e.getMessage(), e);
        } finally {
            endWhenIdle();
            turn.unlock();
        }
    }

    private void endWhenIdle() {
        try {
            idle = Optional.of(clock.schedule(this::endIfIdle, limits.idle().toMillis(), TimeUnit.MILLISECONDS));
        } catch (RejectedExecutionException e) {
            // It is being closed, which ends the process.
        }
    }

    private Inspection inspect(WorkerProcess process, String format, String request)
            throws WorkerEndedException, IOException, FormatUnavailableException {
        process.send(request);
        Answer answer = understood(process.receive(limits.facts()), Answer.class);
        if (answer.facts() != null) {
            Inspection facts = facts(answer);
            return facts.withCover(cover(process));
        }
        if (answer.formatMissing()) {
            formatsChanged = true; // whatever it has, the next one may have more
            if (formats.byName(format).isEmpty()) {
                throw new FormatUnavailableException(format);
            }
            throw new IOException("the process that inspects books could not start the format " + format);
        }
        throw new IOException(answer.unreadable());
    }

    private static Inspection facts(Answer answer) throws WorkerEndedException {
        try {
            return answer.facts().inspection();
        } catch (RuntimeException e) {
            throw garbled(e);
        }
    }

    /** A cover that cannot be made costs the process, but not the book. */
    private Optional<CoverSizes> cover(WorkerProcess process) {
        try {
            return understood(process.receive(limits.cover()), Picture.class).cover();
        } catch (WorkerEndedException | RuntimeException e) {
            LOG.log(Level.DEBUG, "A book has no cover: {0}", e.getMessage());
            end();
            return Optional.empty();
        }
    }

    private static <T extends Record> T understood(String reply, Class<T> type) throws WorkerEndedException {
        try {
            return WorkerMessages.read(reply, type);
        } catch (RuntimeException e) { // Gson throws several kinds at what is no such message
            throw garbled(e);
        }
    }

    private static WorkerEndedException garbled(RuntimeException e) {
        return new WorkerEndedException("The process that read it answered what cannot be understood", e);
    }

    /** The process that runs, or a new one. */
    private WorkerProcess running() throws IOException {
        requireOpen();
        if (worker != null && worker.alive() && !formatsChanged) {
            return worker;
        }
        end();
        if (startFailure.isPresent() && System.nanoTime() - startFailedAt < START_AGAIN_NANOS) {
            throw startFailure.get();
        }
        try {
            formatsChanged = false; // before it looks which there are
            start();
            startFailure = Optional.empty();
        } catch (IOException e) {
            requireOpen();
            if (startFailure.isEmpty()) {
                LOG.log(
                        Level.WARNING,
                        "Books wait to be inspected: the process for that cannot be started; it is tried again ({0})",
                        e.getMessage());
            }
            startFailure = Optional.of(new WorkerUnavailableException(e));
            startFailedAt = System.nanoTime();
            throw startFailure.get();
        }
        return worker;
    }

    private void start() throws IOException {
        if (command.isEmpty()) {
            throw new IOException("nobody has said how");
        }
        Path own = Files.createDirectories(folder.resolve(Integer.toString(++started)));
        List<String> words = new ArrayList<>();
        for (String word : command) {
            words.add(word.replace("${memory}", Integer.toString(limits.megabytes()))
                    .replace("${folder}", own.toString())
                    .replace("${formats}", formatCache.toString()));
        }
        try {
            worker = WorkerProcess.start(words, own, limits, clock); // before it is ready, so that it can be ended
            requireOpen();
            worker.awaitReady();
        } catch (IOException e) {
            end();
            Folders.delete(own);
            throw e;
        }
    }

    private void requireOpen() throws IOException {
        if (closed) {
            throw new WorkerUnavailableException(new IOException("The server is stopping"));
        }
    }

    private void endIfIdle() {
        if (turn.tryLock()) { // else there is a book
            try {
                end();
            } finally {
                turn.unlock();
            }
        }
    }

    private void end() {
        WorkerProcess last = worker;
        worker = null;
        if (last != null) {
            last.close();
        }
    }

    /** Ends the process, also in the middle of a book. */
    @Override
    public void close() throws Exception {
        closed = true;
        formatListener.close();
        WorkerProcess last = worker; // whoever has its turn takes it away
        if (last != null) {
            last.close();
        }
        clock.shutdownNow();
    }
}
