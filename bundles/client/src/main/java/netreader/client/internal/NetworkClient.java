package netreader.client.internal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import netreader.client.BookDetails;
import netreader.client.BookSetting;
import netreader.client.Client;
import netreader.client.ClientException;
import netreader.client.ClientListener;
import netreader.client.Connectivity;
import netreader.client.LocalCopy;
import netreader.client.OpenRequest;
import netreader.client.Place;
import netreader.client.Progress;
import netreader.client.Reading;
import netreader.client.ServerAddress;
import netreader.client.ShelfBook;
import netreader.client.internal.store.Copies;
import netreader.format.BookMetadata.Detail;
import netreader.format.Delivery;
import netreader.format.OpenOptions;
import netreader.format.Work;
import netreader.format.registry.FormatRegistry;
import netreader.protocol.BookInfo;
import netreader.protocol.MessageCodec;
import netreader.protocol.ProtocolException;
import netreader.protocol.Reply;
import netreader.protocol.Request;
import netreader.transport.Connector;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** The client over the framed protocol. */
@Component(
        service = Client.class,
        configurationPid = "netreader.client",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ClientConfig.class)
public final class NetworkClient implements Client {
    private static final Logger LOG = System.getLogger(NetworkClient.class.getName());
    private static final Duration PLACE_LIMIT = Duration.ofSeconds(3);
    private static final Duration READY_LIMIT = Duration.ofSeconds(30);
    private static final Duration MOVE_LIMIT = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final long MEGABYTE = 1_000_000;

    private final ServerAddress server;
    private final FormatRegistry formats;
    private final ReaderStore store;
    private final Knowledge knowledge;
    private final Copies copies;
    private final OpenCopies openCopies;
    private final boolean fetchesWholeBooks;
    private final Path formatCache;
    private final Optional<Path> throwAway;
    private final ServerLoop loop;
    private final List<ClientListener> listeners = new CopyOnWriteArrayList<>();

    @Activate
    public NetworkClient(
            BundleContext context,
            ClientConfig config,
            @Reference Connector connector,
            @Reference FormatRegistry formats)
            throws IOException {
        this(config, connector, formats, "NetReader " + context.getBundle().getVersion(), Patience.DEFAULT);
    }

    NetworkClient(ClientConfig config, Connector connector, FormatRegistry formats, String software, Patience patience)
            throws IOException {
        this.server = ServerAddress.parse(config.server());
        this.formats = formats;
        boolean keeps = !config.data().isBlank();
        Path data = keeps ? Files.createDirectories(Path.of(config.data())) : Files.createTempDirectory("netreader-");
        this.throwAway = keeps ? Optional.empty() : Optional.of(data);
        this.store = keeps ? new SqliteStore(data.resolve("reader.db")) : new ForgetfulStore();
        this.copies = new Copies(
                config.copies().isBlank() ? data.resolve("copies") : Path.of(config.copies()),
                config.maxCopiesInMB() * MEGABYTE,
                () -> tell(ClientListener::shelfChanged));
        this.knowledge = new Knowledge(store, keeps ? copies::delete : digest -> {});
        this.fetchesWholeBooks = config.fetchesWholeBooks();
        this.formatCache = copies.folder().resolveSibling("formats");
        String reader = config.reader().isBlank() ? System.getProperty("user.name", "") : config.reader();
        this.loop = new ServerLoop(
                connector,
                server,
                patience,
                store,
                knowledge,
                reader,
                software,
                state -> tell(listener -> listener.connectivityChanged(state)),
                () -> tell(ClientListener::shelfChanged));
        this.openCopies = new OpenCopies(loop, copies, this::sameContents, () -> tell(ClientListener::shelfChanged));
        loop.start();
        if (keeps) {
            copies.load();
            Thread unfinished = new Thread(this::completeKept, "netreader-kept-copies");
            unfinished.setDaemon(true);
            unfinished.start();
        }
    }

    @Deactivate
    void stop() {
        openCopies.close();
        loop.close();
        copies.close();
        store.close();
        throwAway.ifPresent(NetworkClient::deleteAll);
    }

    @Override
    public ServerAddress server() {
        return server;
    }

    @Override
    public Connectivity connectivity() {
        return loop.connectivity();
    }

    @Override
    public void awaitShelf(Duration limit) throws ClientException {
        loop.awaitConnected(limit);
    }

    @Override
    public List<ShelfBook> shelf() {
        return knowledge.shelf();
    }

    @Override
    public AutoCloseable listen(ClientListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private <R extends Reply> ServerLink.Answer<R> ask(Request<R> request) throws ClientException {
        return loop.ask(request, loop.patience().answer());
    }

    @Override
    public Optional<byte[]> cover(ShelfBook book) throws ClientException {
        if (!book.hasCover()) {
            return Optional.empty();
        }
        Optional<byte[]> kept = store.cover(knowledge.catalogue(), book.id(), book.version());
        if (kept.isPresent()) {
            return kept;
        }
        byte[] image = ask(new Request.Cover(book.id())).body();
        store.saveCover(knowledge.catalogue(), book.id(), book.version(), image);
        return Optional.of(image);
    }

    @Override
    public BookDetails details(ShelfBook book) throws ClientException {
        try {
            BookInfo info =
                    MessageCodec.readInfo(ask(new Request.Info(book.id())).body());
            return new BookDetails(
                    info.details().stream()
                            .map(detail -> new Detail(detail.name(), detail.value()))
                            .toList(),
                    info.settings().stream()
                            .map(setting -> new BookSetting(
                                    setting.name(), setting.title(), setting.choices(), setting.value()))
                            .toList());
        } catch (ProtocolException e) {
            throw new ClientException(e.code().name(), e.getMessage(), e);
        }
    }

    @Override
    public void set(ShelfBook book, Map<String, String> settings) throws ClientException {
        ask(new Request.Set(book.id(), settings));
    }

    @Override
    public Reading open(ShelfBook asked, OpenRequest request) throws ClientException {
        ShelfBook book = knowledge.latest(asked);
        requireReadable(book);
        if (book.delivery() == Delivery.PAGES) {
            RemoteText text = new RemoteText(book, request.pageBytes(), loop);
            learnPlace(book);
            return text;
        }
        requireFormat(book);
        ShelfBook known = withDigest(book);
        OpenOptions options = new OpenOptions(request.password(), request.pageBytes(), Map.of(), formatCache);
        learnPlace(book);
        OpenCopies.Use copy = openCopies.use(known);
        openCopies.demand().expect();
        PaintedCopy reading =
                new PaintedCopy(known, copy, () -> hasOtherContents(known), options, formats, request.work());
        if (fetchesWholeBooks) {
            copy.fill().start();
        }
        return reading;
    }

    /** Whether the book has other contents on the server by now, of which it knows the digest. */
    private boolean hasOtherContents(ShelfBook book) {
        return knowledge.latest(book).sha256().isPresent()
                && !knowledge.latest(book).sha256().equals(book.sha256());
    }

    /** What the server has not got any more in one place may be in another, of which the shelf tells soon. */
    private ShelfBook sameContents(ShelfBook gone) throws ClientException {
        waitForShelf(() -> elsewhere(gone).isPresent() || hasOtherContents(gone), MOVE_LIMIT);
        return elsewhere(gone)
                .orElseThrow(() -> new ClientException("CHANGED", gone.name() + " has changed on the server"));
    }

    private Optional<ShelfBook> elsewhere(ShelfBook gone) {
        return knowledge.withContents(gone.sha256().orElseThrow()).stream()
                .filter(book -> book.id() != gone.id() || !book.version().equals(gone.version()))
                .findFirst();
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
            throw new ClientException(
                    ClientException.FORMAT_UNAVAILABLE,
                    "This book is a " + book.format() + ", and this reader has no bundle for that format");
        }
    }

    private void learnPlace(ShelfBook book) {
        if (knowledge.place(book.id()).isPresent()) {
            return;
        }
        try {
            Optional<Reply.Place> place = loop.ask(new Request.Position(book.id()), PLACE_LIMIT)
                    .reply()
                    .place();
            place.ifPresent(at -> knowledge.hearOf(book.id(), new Place(at.anchor(), at.fraction())));
        } catch (ClientException e) {
            LOG.log(Level.DEBUG, "The server could not say where {0} was left: {1}", book.name(), e.getMessage());
        }
    }

    @Override
    public Path fetch(ShelfBook asked, Progress progress, Work work) throws ClientException {
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
    private ShelfBook withDigest(ShelfBook asked) throws ClientException {
        waitForShelf(() -> knowledge.latest(asked).sha256().isPresent(), READY_LIMIT);
        ShelfBook book = knowledge.latest(asked);
        if (book.sha256().isEmpty()) {
            throw new ClientException("PENDING", "The server is still reading " + book.name() + "; try again later");
        }
        return book;
    }

    private void waitForShelf(BooleanSupplier condition, Duration limit) throws ClientException {
        Waiting waiting = new Waiting();
        ClientListener listener = new ClientListener() {
            @Override
            public void shelfChanged() {
                waiting.wake();
            }
        };
        listeners.add(listener);
        try {
            waiting.until(condition, limit);
        } catch (InterruptedException e) {
            throw Deadline.interrupted(e);
        } finally {
            listeners.remove(listener);
        }
    }

    @Override
    public Optional<LocalCopy> copy(ShelfBook book) {
        return knowledge
                .latest(book)
                .sha256()
                .flatMap(copies::state)
                .map(state -> new LocalCopy(state.here(), state.bytes(), state.whole(), state.kept()));
    }

    @Override
    public void keep(ShelfBook asked, boolean keep) throws ClientException {
        ShelfBook book = withDigest(asked);
        copies.keep(book.sha256().orElseThrow(), book.bytes(), keep);
        if (keep) {
            completeInBackground(book);
        }
        tell(ClientListener::shelfChanged);
    }

    /** What was to be kept when the reader ended is completed as soon as the server is there. */
    private void completeKept() {
        List<String> unfinished = copies.unfinished();
        if (unfinished.isEmpty()) {
            return;
        }
        try {
            waitForShelf(() -> !knowledge.shelf().isEmpty(), READY_LIMIT);
        } catch (ClientException e) {
            return; // the reader is being closed
        }
        for (String sha256 : unfinished) {
            knowledge.withContents(sha256).stream().findFirst().ifPresent(this::completeInBackground);
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

    @Override
    public boolean deleteCopy(ShelfBook book) {
        boolean deleted = knowledge.latest(book).sha256().map(copies::delete).orElse(false);
        tell(ClientListener::shelfChanged);
        return deleted;
    }

    @Override
    public Optional<Place> place(ShelfBook book) {
        return knowledge.place(book.id());
    }

    @Override
    public void remember(ShelfBook book, Place place) {
        knowledge.remember(book.id(), place);
    }

    private void tell(Consumer<ClientListener> news) {
        for (ClientListener listener : listeners) {
            try {
                news.accept(listener);
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "A listener failed", e);
            }
        }
    }

    private static void deleteAll(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "{0} was not deleted: {1}", folder, e.getMessage());
        }
    }
}
