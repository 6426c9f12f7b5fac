package netreader.format.registry.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.registry.FormatUnavailableException;

/**
 * Runs calls into one format on threads of its own. A call that takes too long is given up: its caller goes on, its thread
 * is left to it, and the next call gets another. The threads end with the format, and with them what it has left in them.
 * Any thread.
 */
final class FormatCalls implements AutoCloseable {
    private static final Logger LOG = System.getLogger(FormatCalls.class.getName());

    /** With so many books whose calls do not end a format is not called any more. */
    static final int MOST_BOOKS = 4;

    /** With so many calls that do not end a book is not called any more, until one of them ends. */
    static final int MOST_OF_BOOK = 2;

    private static final long IDLE_SECONDS = 10;

    private final String format;
    private final String provider;
    private final Supplier<Duration> limit;
    private final Runnable tooManyStuck;
    /** How many calls of which book do not end. */
    private final Map<Object, Integer> stuck = new HashMap<>();

    private final ExecutorService threads;

    /**
     * @param limit of each call
     * @param tooManyStuck run when calls of {@link #MOST_BOOKS} books do not end, on the thread of the last one's caller
     */
    FormatCalls(String format, String provider, Supplier<Duration> limit, Runnable tooManyStuck) {
        this.format = format;
        this.provider = provider;
        this.limit = limit;
        this.tooManyStuck = tooManyStuck;
        this.threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "netreader-format-" + format);
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /**
     * Makes a call.
     *
     * @param book that is called, equal to itself each time
     * @param what is done, for the log, such as "open"
     * @param late is given what the call returns after it was given up, on the call's thread
     * @throws FormatException as the call does, and TOO_COSTLY if it takes too long
     * @throws FormatUnavailableException as the call does, and if the format has gone
     */
    <T> T call(Object book, String what, Callable<T> call, Consumer<T> late)
            throws FormatException, FormatUnavailableException {
        requireNotStuck(book);
        FormatCall<T> task = new FormatCall<>(call, late);
        try {
            threads.execute(task);
        } catch (RejectedExecutionException e) {
            throw new FormatUnavailableException(format);
        }
        Duration patience = limit.get();
        long end = System.nanoTime() + patience.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                    task.interrupt(); // as if the call were made on this thread
                }
            }
        } catch (TimeoutException e) {
            giveUp(task, book, what, patience);
            throw new FormatException(
                    Reason.TOO_COSTLY,
                    "The format " + format + " did not come to an end within " + patience.toSeconds() + " s",
                    e);
        } catch (ExecutionException e) {
            throw typed(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private FormatException typed(Throwable cause) throws FormatUnavailableException {
        if (cause instanceof FormatUnavailableException unavailable) {
            throw unavailable;
        }
        if (cause instanceof FormatException failure) {
            return failure;
        }
        throw new IllegalStateException("What comes out of a format is contained", cause);
    }

    private void requireNotStuck(Object book) throws FormatException {
        synchronized (stuck) {
            if (stuck.getOrDefault(book, 0) >= MOST_OF_BOOK) {
                throw new FormatException(
                        Reason.TOO_COSTLY,
                        "The format " + format + " again and again does not come to an end with the book");
            }
        }
    }

    private void giveUp(FormatCall<?> task, Object book, String what, Duration patience) {
        boolean newBook;
        int books;
        synchronized (stuck) {
            newBook = stuck.merge(book, 1, Integer::sum) == 1;
            books = stuck.size();
        }
        if (!task.giveUp(() -> ended(book))) {
            ended(book); // at the last moment
            return;
        }
        LOG.log(
                Level.WARNING,
                "The format {0} ({1}) does not come to an end with \"{2}\" within {3} s; its thread is given up",
                format,
                provider,
                what,
                patience.toSeconds());
        if (newBook && books == MOST_BOOKS) {
            tooManyStuck.run();
        }
    }

    private void ended(Object book) {
        synchronized (stuck) {
            stuck.computeIfPresent(book, (same, calls) -> calls > 1 ? calls - 1 : null);
        }
    }

    /** Ends the threads that do nothing, and the others when they have ended. Does not wait. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
