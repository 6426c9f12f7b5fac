package netreader.format.registry;

import netreader.format.Book;
import netreader.format.FormatException;

/** A handle on an open book that stays valid when the format behind it goes. Any thread. */
public interface OpenBook extends AutoCloseable {
    /** What is done with the book while it is certainly there. */
    @FunctionalInterface
    interface Call<B extends Book, T> {
        T on(B book) throws FormatException;
    }

    /**
     * Calls the book; calls of a flowing book run side by side, others one after the other. The book must not leave the
     * call. A call of a flowing book that does not come to an end is given up, and the handle is closed with it.
     *
     * @throws FormatException from the call; any other throwable of the format is DAMAGED, a call that was given up
     *     TOO_COSTLY
     * @throws FormatUnavailableException if the format or this handle has gone
     */
    <T> T read(Call<Book, T> call) throws FormatException, FormatUnavailableException;

    /** Whether the format has gone, or the handle was closed. */
    boolean closed();

    /** Waits up to two seconds for a running call. Safe to call twice. */
    @Override
    void close();
}
