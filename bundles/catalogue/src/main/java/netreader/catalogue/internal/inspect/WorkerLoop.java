package netreader.catalogue.internal.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import netreader.catalogue.internal.inspect.WorkerMessages.Answer;
import netreader.catalogue.internal.inspect.WorkerMessages.Facts;
import netreader.catalogue.internal.inspect.WorkerMessages.Picture;
import netreader.catalogue.internal.inspect.WorkerMessages.Request;
import netreader.catalogue.internal.store.CoverSizes;
import netreader.format.registry.FormatUnavailableException;

/**
 * The work of the process that inspects books: answers requests until there are no more, and then ends the process, also
 * in the middle of a book. Whoever asks keeps the time.
 */
final class WorkerLoop implements Runnable {
    private static final Logger LOG = System.getLogger(WorkerLoop.class.getName());
    private static final int FAILED = 1;

    private final BoundedLines requests;
    private final OutputStream replies;
    private final InProcessInspector inspector;
    private final ExecutorService inspecting =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "netreader-inspection"));

    WorkerLoop(InputStream requests, OutputStream replies, InProcessInspector inspector) {
        this.requests = new BoundedLines(requests, WorkerMessages.MAX_BYTES);
        this.replies = replies;
        this.inspector = inspector;
    }

    /** Never returns. */
    @Override
    public void run() {
        try {
            say(WorkerMessages.READY);
            // Another thread does the work: this one must notice that the server has gone.
            for (Optional<String> line = requests.next(); line.isPresent(); line = requests.next()) {
                String request = line.get();
                inspecting.execute(() -> answer(request));
            }
            Runtime.getRuntime().halt(0); // a book that hangs would hold up an orderly end for ever
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The server cannot be heard any more", e);
            Runtime.getRuntime().halt(FAILED);
        }
    }

    private void answer(String line) {
        try {
            answer(WorkerMessages.read(line, Request.class));
        } catch (Throwable e) { // a process in doubt is worth less than a new one
            LOG.log(Level.WARNING, "A book could not be inspected", e);
            Runtime.getRuntime().halt(FAILED);
        }
    }

    private void answer(Request request) throws IOException {
        if (request.format() == null) {
            say(picture(Path.of(request.file())));
            return;
        }
        try {
            Optional<CoverSizes> cover = inspector.inspect(
                    request.name(),
                    request.format(),
                    Path.of(request.file()),
                    request.settings(),
                    facts -> say(new Answer(Facts.of(facts), null, false)));
            say(Picture.of(cover));
        } catch (FormatUnavailableException e) {
            say(new Answer(null, null, true));
        } catch (IOException e) {
            say(new Answer(null, e.getMessage() == null ? e.toString() : e.getMessage(), false));
        }
    }

    private static Picture picture(Path file) {
        try {
            return Picture.of(Optional.of(CoverPicture.read(file)));
        } catch (IOException | RuntimeException e) {
            return new Picture(null, null, e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    private void say(Record message) {
        try {
            say(WorkerMessages.line(message));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // of the pipe, not of the book
        }
    }

    private void say(String line) throws IOException {
        replies.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        replies.flush();
    }
}
