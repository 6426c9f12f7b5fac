package netreader.format.epub;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.Work;

/**
 * Some threads that lay a book out, that of the caller among them. Each takes what lies ready, or else the next chapter. As
 * work they are cancelled when the caller is interrupted: so who opens a book can give it up. For one book.
 */
final class LayoutCrew implements Work {
    /** What a layout may need while another one is made. */
    private static final long BYTES_EACH = 100L << 20;

    private static final int MOST_THREADS = 4;

    /** Something to do, with layouts that no other thread has. */
    interface Task {
        void run(ChapterLayouts layouts) throws FormatException;
    }

    private final int chapterCount;
    private final Supplier<ChapterLayouts> tools;
    private final Chapters chapters;
    private final Thread caller = Thread.currentThread();
    private final Deque<Task> ready = new ArrayDeque<>();
    private final Deque<Task> last = new ArrayDeque<>();
    private int nextChapter;
    private int busy;
    private Throwable failure;
    private volatile boolean ended;
    private volatile boolean alone;

    /** Does what is to be done for a chapter, or adds it as tasks. */
    interface Chapters {
        void read(int chapter, ChapterLayouts layouts, LayoutCrew crew) throws FormatException;
    }

    /** @param tools made for each thread, on it */
    LayoutCrew(int chapterCount, Supplier<ChapterLayouts> tools, Chapters chapters) {
        this.chapterCount = chapterCount;
        this.tools = tools;
        this.chapters = chapters;
    }

    @Override
    public boolean cancelled() {
        return ended || caller.isInterrupted();
    }

    /** Whether no other thread works any more. */
    boolean isAlone() {
        return alone;
    }

    /** For any thread of the crew. */
    synchronized void add(Task task) {
        ready.add(task);
        notifyAll();
    }

    /** What needs all the memory: done when all else is done, and by one thread. */
    synchronized void addLast(Task task) {
        last.add(task);
    }

    /**
     * Does everything; when it returns, all threads have ended.
     *
     * @throws FormatException the first failure of a task, or CANCELLED
     */
    void work() throws FormatException {
        long affordable = Runtime.getRuntime().maxMemory() / BYTES_EACH;
        long count = Math.min(
                Math.min(MOST_THREADS, chapterCount),
                Math.min(Runtime.getRuntime().availableProcessors(), affordable));
        List<Thread> helpers = new ArrayList<>();
        for (int i = 1; i < count; i++) {
            Thread helper = new Thread(this::run, "netreader-epub-layout");
            helper.setDaemon(true);
            helper.start();
            helpers.add(helper);
        }
        run();
        helpers.forEach(this::awaitEnd);
        rethrow();
        alone = true;
        ready.addAll(last);
        run();
        rethrow();
    }

    private void awaitEnd(Thread helper) {
        boolean interrupted = false;
        while (helper.isAlive()) {
            try {
                helper.join();
            } catch (InterruptedException e) {
                interrupted = true;
                ended = true;
            }
        }
        if (interrupted) {
            caller.interrupt();
        }
    }

    private void rethrow() throws FormatException {
        if (failure instanceof FormatException e) {
            throw new FormatException(e.reason(), e.getMessage(), e);
        } else if (failure instanceof RuntimeException e) {
            throw e;
        } else if (failure instanceof Error e) {
            throw e;
        }
        if (cancelled()) {
            throw new FormatException(Reason.CANCELLED, "The book was not laid out to its end");
        }
    }

    private void run() {
        try {
            ChapterLayouts layouts = tools.get();
            for (Optional<Task> task = take(); task.isPresent(); task = take()) {
                task.get().run(layouts);
                done();
            }
        } catch (FormatException | RuntimeException | Error e) {
            end(e);
        }
    }

    private synchronized Optional<Task> take() {
        while (!cancelled()) {
            Task task = ready.poll();
            if (task == null && nextChapter < chapterCount) {
                int chapter = nextChapter++;
                task = layouts -> chapters.read(chapter, layouts, this);
            }
            if (task != null || busy == 0) {
                busy += task == null ? 0 : 1;
                return Optional.ofNullable(task);
            }
            try {
                wait(); // for what the others may add
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return Optional.empty();
    }

    private synchronized void done() {
        busy--;
        notifyAll();
    }

    private synchronized void end(Throwable thrown) {
        failure = failure == null ? thrown : failure;
        ended = true;
        notifyAll();
    }
}
