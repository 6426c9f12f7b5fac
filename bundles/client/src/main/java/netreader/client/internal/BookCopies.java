package netreader.client.internal;

import java.io.Closeable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import netreader.client.ClientException;
import netreader.client.LocalCopy;
import netreader.client.Progress;
import netreader.client.ShelfBook;
import netreader.client.internal.store.Copies;
import netreader.format.Work;

/** The copies on this computer of the books on the server's shelf. Any thread. */
final class BookCopies implements Closeable {
    private static final Logger LOG = System.getLogger(BookCopies.class.getName());
    private static final Duration READY_LIMIT = Duration.ofSeconds(30);
    private static final Duration MOVE_LIMIT = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Copies copies;
    private final OpenCopies openCopies;
    private final Knowledge knowledge;
    private final Listeners listeners;

    BookCopies(Copies copies, ServerLoop server, Knowledge knowledge, Listeners listeners) {
        this.copies = copies;
        this.knowledge = knowledge;
        this.listeners = listeners;
        this.openCopies = new OpenCopies(server, copies, this::sameContents, listeners::shelfChanged);
    }

    /** Finds out what is here, and completes what is to be kept; in the background. */
    void start() {
        copies.load();
        Thread unfinished = new Thread(this::completeKept, "netreader-kept-copies");
        unfinished.setDaemon(true);
        unfinished.start();
    }

    /** The book's copy, whose first blocks will be wanted soon; the caller closes it. */
    OpenCopies.Use use(ShelfBook book) throws ClientException {
        OpenCopies.Use copy = openCopies.use(book);
        openCopies.demand().expect();
        return copy;
    }

    /** Whether the book has other contents on the server by now, of which it knows the digest. */
    boolean outdated(ShelfBook book) {
        return knowledge.latest(book).sha256().isPresent()
                && !knowledge.latest(book).sha256().equals(book.sha256());
    }

    /** What the server has not got any more in one place may be in another, of which the shelf tells soon. */
    private ShelfBook sameContents(ShelfBook gone) throws ClientException {
        listeners.awaitShelf(() -> elsewhere(gone).isPresent() || outdated(gone), MOVE_LIMIT);
        return elsewhere(gone)
                .orElseThrow(() -> new ClientException("CHANGED", gone.name() + " has changed on the server"));
    }

    private Optional<ShelfBook> elsewhere(ShelfBook gone) {
        return knowledge.shelf().withContents(gone.sha256().orElseThrow()).stream()
                .filter(book -> !book.gone()
                        && (book.id() != gone.id() || !book.version().equals(gone.version())))
                .findFirst();
    }

    Path fetch(ShelfBook asked, Progress progress, Work work) throws ClientException {
        ShelfBook book = withDigest(asked);
        copies.want(book.sha256().orElseThrow());
        try (OpenCopies.Use copy = openCopies.use(book)) {
            copy.fill().check();
            progress.transferred(copy.file().bytesHere(), book.bytes());
            while (!copy.fill().isWhole() && !copy.fill().await(LOOK)) {
                if (work.cancelled()) {
                    throw new ClientException("CANCELLED", "The transfer of " + book.name() + " was cancelled");
                }
                progress.transferred(copy.file().bytesHere(), book.bytes());
            }
            progress.transferred(book.bytes(), book.bytes());
            return copy.file().path();
        }
    }

    /** The book as soon as the server knows its digest, by which copies are named. */
    ShelfBook withDigest(ShelfBook asked) throws ClientException {
        listeners.awaitShelf(() -> knowledge.latest(asked).sha256().isPresent(), READY_LIMIT);
        ShelfBook book = knowledge.latest(asked);
        if (book.sha256().isEmpty()) {
            throw new ClientException("PENDING", "The server is still reading " + book.name() + "; try again later");
        }
        return book;
    }

    Optional<LocalCopy> copy(ShelfBook book) {
        return knowledge
                .latest(book)
                .sha256()
                .flatMap(copies::state)
                .map(state -> new LocalCopy(state.here(), state.bytes(), state.whole(), state.kept()));
    }

    void keep(ShelfBook asked, boolean keep) throws ClientException {
        ShelfBook book = withDigest(asked);
        copies.keep(book.sha256().orElseThrow(), book.bytes(), keep);
        if (keep) {
            completeInBackground(book);
        }
        listeners.shelfChanged();
    }

    /** What was to be kept when the reader ended is completed as soon as the server is there. */
    private void completeKept() {
        List<String> unfinished = copies.unfinished();
        if (unfinished.isEmpty()) {
            return;
        }
        try {
            listeners.awaitShelf(() -> knowledge.shelf().size() > 0, READY_LIMIT);
        } catch (ClientException e) {
            return; // the reader is being closed
        }
        for (String sha256 : unfinished) {
            knowledge.shelf().withContents(sha256).stream().findFirst().ifPresent(this::completeInBackground);
        }
    }

    private void completeInBackground(ShelfBook book) {
        Thread thread = new Thread(
                () -> {
                    try (OpenCopies.Use copy = openCopies.use(book)) {
                        copy.fill().start();
                        copy.fill().awaitEndOfKept();
                    } catch (ClientException e) {
                        LOG.log(Level.INFO, "{0} is not kept as a whole: {1}", book.name(), e.getMessage());
                    }
                },
                "netreader-keep");
        thread.setDaemon(true);
        thread.start();
    }

    boolean delete(ShelfBook book) {
        boolean deleted = knowledge.latest(book).sha256().map(copies::delete).orElse(false);
        copiesChanged();
        return deleted;
    }

    /** There are other copies than before, and books may have gone with them that the server has no longer. */
    void copiesChanged() {
        knowledge.forgetUnreadable();
        listeners.shelfChanged();
    }

    /** Nothing is fetched any more. */
    void endTransfers() {
        openCopies.close();
    }

    @Override
    public void close() {
        endTransfers();
        copies.close();
    }
}
