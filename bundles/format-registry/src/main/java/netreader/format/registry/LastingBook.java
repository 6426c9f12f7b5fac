package netreader.format.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import netreader.format.Book;
import netreader.format.FormatException;
import netreader.format.OpenOptions;

/** A book for as long as somebody reads it: opens itself again when its format was replaced. Any thread. */
public final class LastingBook implements AutoCloseable {
    private final FormatRegistry formats;
    private final String format;
    private final Opening opening;
    private final OpenOptions options;
    private ClosableSource source;
    private volatile OpenBook book;
    private volatile Object incarnation = new Object();
    private boolean closed;

    /** Gives the book's bytes anew each time that it is opened. */
    @FunctionalInterface
    public interface Opening {
        ClosableSource source() throws IOException;
    }

    /** The book in a file. Opens nothing yet: that is the first call's. */
    public LastingBook(FormatRegistry formats, String format, Path file, OpenOptions options) {
        this(formats, format, () -> FileSource.open(file), options);
    }

    /** Opens nothing yet: that is the first call's. */
    public LastingBook(FormatRegistry formats, String format, Opening opening, OpenOptions options) {
        this.formats = formats;
        this.format = format;
        this.opening = opening;
        this.options = options;
    }

    /**
     * Calls the book as {@link OpenBook#read} does.
     *
     * @throws FormatUnavailableException if the format is not here at this moment
     * @throws IOException if the file cannot be opened, or the book was closed
     */
    public <T> T read(OpenBook.Call<Book, T> call) throws FormatException, FormatUnavailableException, IOException {
        try {
            return opened().read(call);
        } catch (FormatUnavailableException e) {
            return opened().read(call); // another bundle may bring the format by now
        }
    }

    /** Tells one opening of the book from the next; empty while the book could not be called at once. */
    public Optional<Object> incarnation() {
        Object current = incarnation;
        OpenBook here = book;
        return here == null || here.closed() ? Optional.empty() : Optional.of(current);
    }

    private synchronized OpenBook opened() throws IOException, FormatException, FormatUnavailableException {
        if (closed) {
            throw new IOException("The book was closed");
        }
        if (book == null || book.closed()) {
            closeBook();
            source = opening.source();
            book = formats.open(format, source, options);
            incarnation = new Object();
        }
        return book;
    }

    /**
     * Forgets the book that is open, in which a call is stuck, without waiting for it; the next call opens the book anew.
     * The call that is stuck ends as if the book had been closed, if it ends.
     */
    public synchronized void abandon() {
        Optional<OpenBook> stuck = Optional.ofNullable(book);
        Optional<ClosableSource> read = Optional.ofNullable(source);
        book = null;
        source = null;
        Thread closing = new Thread(
                () -> {
                    stuck.ifPresent(OpenBook::close); // waits for the call a while
                    read.ifPresent(ClosableSource::close);
                },
                "netreader-abandoning");
        closing.setDaemon(true);
        closing.start();
    }

    private void closeBook() {
        if (book != null) {
            book.close();
        }
        if (source != null) {
            source.close();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        closeBook();
    }
}
