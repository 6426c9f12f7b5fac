package netreader.format.registry.internal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import netreader.format.Book;
import netreader.format.FlowingBook;
import netreader.format.FormatException;
import netreader.format.registry.FormatInfo;
import netreader.format.registry.FormatUnavailableException;
import netreader.format.registry.OpenBook;

/** An open book behind a gate: calls hold the gate, closing shuts it. */
final class BookHandle implements OpenBook {
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(2);

    private final FormatInfo format;
    private final Book book;
    private final Consumer<BookHandle> whenClosed;
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();
    private final Lock calling;
    private final Calls calls;
    private final AtomicBoolean bookClosed = new AtomicBoolean();
    private volatile boolean closed;
    private volatile boolean givenUp;
    private volatile boolean formatGone;

    /**
     * How the book is called.
     *
     * @param book which it is, for {@link FormatCalls}
     */
    record Calls(FormatCalls ofFormat, Object book) {}

    BookHandle(FormatInfo format, Book book, Calls calls, Consumer<BookHandle> whenClosed) {
        this.format = format;
        this.calls = calls;
        this.book = book;
        this.whenClosed = whenClosed;
        this.calling = book instanceof FlowingBook ? gate.readLock() : gate.writeLock();
    }

    @Override
    public boolean closed() {
        return closed;
    }

    @Override
    public <T> T read(Call<Book, T> call) throws FormatException, FormatUnavailableException {
        requireOpen();
        if (!(book instanceof FlowingBook)) {
            return readHere(call); // who paints looks after the time itself
        }
        try {
            return calls.ofFormat().call(calls.book(), "read", () -> readHere(call), late -> {});
        } catch (FormatException e) {
            if (e.getCause() instanceof TimeoutException) {
                givenUp = true;
                close(); // nobody knows what state the book is in; it is closed when the call ends
            }
            throw e;
        }
    }

    private <T> T readHere(Call<Book, T> call) throws FormatException, FormatUnavailableException {
        calling.lock();
        try {
            requireOpen();
            return Contained.call(() -> call.on(book), () -> closed);
        } catch (FormatException e) {
            // Without its bundle a book fails in any way it likes; what counts is that the format has gone.
            requireOpen();
            throw e;
        } finally {
            calling.unlock();
            if (closed) {
                closeBook(0); // the close that waited for this call may have given up
            }
        }
    }

    /** The format goes: later calls are refused from now on; the book itself is closed by {@link #close()}. */
    void invalidate() {
        formatGone = true;
        closed = true;
    }

    @Override
    public void close() {
        close(givenUp ? System.nanoTime() : endOfWait()); // a call that was given up has been waited for
    }

    /** The moment until which a close that begins now waits for a running call. */
    static long endOfWait() {
        return System.nanoTime() + CLOSE_WAIT.toNanos();
    }

    /** @param until in nanoseconds of {@link System#nanoTime()} */
    void close(long until) {
        closed = true;
        closeBook(Math.max(0, until - System.nanoTime()));
        whenClosed.accept(this);
    }

    private void closeBook(long waitNanos) {
        if (!shut(waitNanos)) {
            return; // the running call closes the book when it ends
        }
        try {
            if (bookClosed.compareAndSet(false, true)) {
                Contained.call(
                        () -> {
                            book.close();
                            return true;
                        },
                        () -> formatGone);
            }
        } catch (FormatException e) {
            // Contained has logged it, and there is nobody to tell.
        } finally {
            gate.writeLock().unlock();
        }
    }

    private boolean shut(long waitNanos) {
        try {
            return gate.writeLock().tryLock(waitNanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return gate.writeLock().tryLock(); // who is in a hurry still closes what is at rest
        }
    }

    private void requireOpen() throws FormatUnavailableException {
        if (closed) {
            throw new FormatUnavailableException(format.name());
        }
    }
}
