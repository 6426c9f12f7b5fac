package netreader.client.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import netreader.client.ClientException;
import netreader.client.Connectivity;
import netreader.client.OpenRequest;
import netreader.client.Reading;
import netreader.client.ShelfBook;
import netreader.format.Delivery;
import netreader.format.OpenOptions;
import netreader.format.registry.FormatRegistry;
import netreader.protocol.MessageCodec;
import netreader.protocol.ProtocolException;
import netreader.protocol.Reply;
import netreader.protocol.Request;

/** Opens books: those of the server, painted or page by page, and files of this computer. Any thread. */
final class BookOpening {
    private static final Logger LOG = System.getLogger(BookOpening.class.getName());
    private static final Duration PLACE_LIMIT = Duration.ofSeconds(3);

    private final ServerLoop loop;
    private final Knowledge knowledge;
    private final BookCopies copies;
    private final LocalFiles files;
    private final FormatRegistry formats;
    private final Path formatCache;
    private final boolean fetchesWholeBooks;

    /**
     * @param formatCache where formats may keep what they computed
     * @param fetchesWholeBooks whether what is opened is fetched to its end
     */
    BookOpening(
            ServerLoop loop,
            Knowledge knowledge,
            BookCopies copies,
            LocalFiles files,
            FormatRegistry formats,
            Path formatCache,
            boolean fetchesWholeBooks) {
        this.loop = loop;
        this.knowledge = knowledge;
        this.copies = copies;
        this.files = files;
        this.formats = formats;
        this.formatCache = formatCache;
        this.fetchesWholeBooks = fetchesWholeBooks;
    }

    Reading open(ShelfBook asked, OpenRequest request) throws ClientException {
        if (asked.local()) {
            requireFormat(asked);
            return files.open(asked, request, formatCache);
        }
        ShelfBook book = knowledge.latest(asked);
        requireReadable(book);
        if (book.delivery() == Delivery.PAGES) {
            RemoteText text = new RemoteText(book, request.pageBytes(), loop, knowledge::latest);
            learnPlace(book);
            return text;
        }
        requireFormat(book);
        ShelfBook known = copies.withDigest(book);
        OpenOptions options = new OpenOptions(request.password(), request.pageBytes(), request.settings(), formatCache);
        learnPlace(book);
        OpenCopies.Use copy = copies.use(known);
        PaintedCopy reading =
                new PaintedCopy(known, copy, () -> copies.outdated(known), options, formats, request.work());
        if (fetchesWholeBooks) {
            copy.fill().start();
        }
        return reading;
    }

    private static void requireReadable(ShelfBook book) throws ClientException {
        if (book.status() == ShelfBook.Status.QUARANTINED) {
            throw new ClientException(
                    "QUARANTINED",
                    book.name() + " cannot be read: " + book.reason().orElse("it is quarantined"));
        }
    }

    private void requireFormat(ShelfBook book) throws ClientException {
        Waiting waiting = new Waiting();
        try (AutoCloseable listening = formats.listen(waiting::wake)) {
            waiting.until(
                    () -> formats.byName(book.format()).isPresent(),
                    loop.patience().format());
        } catch (InterruptedException e) {
            throw Deadline.interrupted(e);
        } catch (Exception e) {
            throw new IllegalStateException("A listener that only leaves a list cannot fail", e);
        }
        if (formats.byName(book.format()).isEmpty()) {
            throw new ClientException(ClientException.FORMAT_UNAVAILABLE, missing(book));
        }
    }

    private String missing(ShelfBook book) {
        String why = String.join("; ", formats.troubles());
        return "This book is a " + book.format() + ", and this reader has no bundle for that format"
                + formats.folder()
                        .map(folder -> "; put " + jar(book) + " into " + folder)
                        .orElse("")
                + (why.isEmpty() ? "" : " (" + why + ")");
    }

    private String jar(ShelfBook book) {
        Optional<String> file = Optional.empty();
        if (!book.local() && loop.connectivity().state() == Connectivity.State.CONNECTED) {
            try {
                file = new Questions(loop).details(book).formatFile();
            } catch (ClientException e) {
                LOG.log(Level.DEBUG, "The server could not say what reads {0}: {1}", book.name(), e.getMessage());
            }
        }
        return file.orElse("its jar");
    }

    /** Hears where the book was left on other devices; a book that was read here does not wait for a server that is away. */
    private void learnPlace(ShelfBook book) {
        Places places = knowledge.places();
        boolean away = loop.connectivity().state() != Connectivity.State.CONNECTED;
        if (book.gone() || (away && places.place(book.id()).isPresent())) {
            return;
        }
        try {
            ServerLink.Answer<Reply.Position> answer = loop.ask(new Request.Position(book.id()), PLACE_LIMIT);
            places.heardAtOpening(book.id(), answer.reply(), MessageCodec.readPlaces(answer.body()));
        } catch (ClientException | ProtocolException e) {
            LOG.log(Level.DEBUG, "The server could not say where {0} was left: {1}", book.name(), e.getMessage());
        }
    }
}
