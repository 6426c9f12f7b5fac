package netreader.client.internal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import netreader.client.BookDetails;
import netreader.client.BookSetting;
import netreader.client.Bookmark;
import netreader.client.Client;
import netreader.client.ClientException;
import netreader.client.ClientListener;
import netreader.client.Connectivity;
import netreader.client.LocalCopy;
import netreader.client.NamedBooks;
import netreader.client.OpenRequest;
import netreader.client.OtherPlace;
import netreader.client.Place;
import netreader.client.Progress;
import netreader.client.Reading;
import netreader.client.ServerAddress;
import netreader.client.ShelfBook;
import netreader.client.ShelfChange;
import netreader.client.ShelfFetch;
import netreader.client.ShelfFolder;
import netreader.client.ShelfPage;
import netreader.client.ShelfQuery;
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
    private static final long MEGABYTE = 1_000_000;

    private final ServerAddress server;
    private final FormatRegistry formats;
    private final ReaderStore store;
    private final Knowledge knowledge;
    private final BookCopies copies;
    private final LocalFiles files;
    private final boolean fetchesWholeBooks;
    private final Path formatCache;
    private final Optional<Path> throwAway;
    private final ServerLoop loop;
    private final Listeners listeners = new Listeners();

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
        Copies folder = new Copies(
                config.copies().isBlank() ? data.resolve("copies") : Path.of(config.copies()),
                config.maxCopiesInMB() * MEGABYTE,
                this::copiesChanged);
        this.knowledge = new Knowledge(store, new ShelfContents(folder, keeps));
        this.fetchesWholeBooks = config.fetchesWholeBooks();
        this.formatCache = folder.folder().resolveSibling("formats");
        Greeting greeting = new Greeting(config, store, software);
        this.loop = new ServerLoop(
                connector,
                server,
                patience,
                store,
                knowledge,
                greeting::hello,
                state -> listeners.tell(listener -> listener.connectivityChanged(state)),
                listeners::shelfChanged);
        this.copies = new BookCopies(folder, loop, knowledge, listeners);
        this.files = new LocalFiles(formats, store, Clock.systemUTC());
        files.recall(listeners::shelfChanged);
        loop.start();
        if (keeps) {
            copies.start();
        }
    }

    private void copiesChanged() {
        copies.copiesChanged();
    }

    @Deactivate
    void stop() {
        copies.endTransfers();
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
        return knowledge.shelf().all();
    }

    @Override
    public ShelfChange shelfSince(long stamp) {
        return knowledge.shelf().since(stamp);
    }

    @Override
    public List<ShelfBook> remembered(List<Long> ids) {
        return store.books(server.toString(), ids);
    }

    @Override
    public Optional<ShelfBook> book(long id) {
        return id < 0 ? files.book(id) : knowledge.shelf().book(id);
    }

    @Override
    public ShelfBook latest(ShelfBook book) {
        return book.local() ? book : knowledge.latest(book);
    }

    @Override
    public ShelfBook file(Path file) throws ClientException {
        return files.book(file);
    }

    @Override
    public Optional<ShelfFetch> fetching() {
        return loop.fetching();
    }

    @Override
    public ShelfPage query(ShelfQuery query) throws ClientException {
        ServerLink.Answer<Reply.Query> answer = ask(new Request.Query(
                query.words(),
                query.order().name().toLowerCase(Locale.ROOT),
                query.descending(),
                query.format(),
                query.folder(),
                query.after(),
                query.limit()));
        Optional<Long> total = answer.reply().total();
        return new ShelfPage(
                books(answer.body()),
                answer.reply().next(),
                total.isPresent() ? OptionalLong.of(total.get()) : OptionalLong.empty());
    }

    @Override
    public List<ShelfFolder> folders(String folder) throws ClientException {
        try {
            return MessageCodec.readFolders(ask(new Request.Folders(folder)).body()).folders().stream()
                    .map(each -> new ShelfFolder(each.name(), each.books()))
                    .toList();
        } catch (ProtocolException e) {
            throw new ClientException(e.code().name(), e.getMessage(), e);
        }
    }

    @Override
    public NamedBooks named(String name) throws ClientException {
        ServerLink.Answer<Reply.Named> answer = ask(new Request.Named(name));
        return new NamedBooks(books(answer.body()), answer.reply().count());
    }

    private static List<ShelfBook> books(byte[] body) throws ClientException {
        try {
            return MessageCodec.readShelf(body).books().stream().map(Rows::book).toList();
        } catch (ProtocolException e) {
            throw new ClientException(e.code().name(), e.getMessage(), e);
        }
    }

    @Override
    public AutoCloseable listen(ClientListener listener) {
        return listeners.add(listener);
    }

    private <R extends Reply> ServerLink.Answer<R> ask(Request<R> request) throws ClientException {
        return loop.ask(request, loop.patience().answer());
    }

    @Override
    public Optional<byte[]> cover(ShelfBook book, int pixels) throws ClientException {
        if (book.cover().isEmpty()) {
            return Optional.empty();
        }
        String picture = book.cover().get();
        Optional<byte[]> kept = store.cover(knowledge.catalogue(), book.id(), picture, pixels);
        if (kept.isPresent()) {
            return kept;
        }
        byte[] image =
                ask(new Request.Cover(book.id(), Optional.of((long) pixels))).body();
        store.saveCover(knowledge.catalogue(), book.id(), picture, pixels, image);
        return Optional.of(image);
    }

    @Override
    public BookDetails details(ShelfBook book) throws ClientException {
        if (book.local()) {
            return new BookDetails(List.of(), List.of());
        }
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
        OpenOptions options = new OpenOptions(request.password(), request.pageBytes(), Map.of(), formatCache);
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
            throw new ClientException(
                    ClientException.FORMAT_UNAVAILABLE,
                    "This book is a " + book.format() + ", and this reader has no bundle for that format");
        }
    }

    /** Hears where the book was left on other devices; a book that was read here does not wait for a server that is away. */
    private void learnPlace(ShelfBook book) {
        Places places = knowledge.places();
        boolean away = connectivity().state() != Connectivity.State.CONNECTED;
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

    @Override
    public Path fetch(ShelfBook book, Progress progress, Work work) throws ClientException {
        return copies.fetch(book, progress, work);
    }

    @Override
    public Optional<LocalCopy> copy(ShelfBook book) {
        return copies.copy(book);
    }

    @Override
    public void keep(ShelfBook book, boolean keep) throws ClientException {
        copies.keep(book, keep);
    }

    @Override
    public boolean deleteCopy(ShelfBook book) {
        return copies.delete(book);
    }

    @Override
    public Optional<Place> place(ShelfBook book) {
        return book.local()
                ? files.place(book)
                : knowledge.places().place(latest(book).id());
    }

    @Override
    public Optional<Instant> lastRead(ShelfBook book) {
        return book.local()
                ? files.lastRead(book)
                : knowledge.places().time(latest(book).id());
    }

    @Override
    public List<OtherPlace> otherPlaces(ShelfBook book) {
        return knowledge.places().others(latest(book).id());
    }

    @Override
    public Optional<OtherPlace> takenOver(ShelfBook book) {
        return knowledge.places().takenOver(latest(book).id());
    }

    @Override
    public void remember(ShelfBook book, Place place) {
        if (book.local()) {
            files.remember(book, place);
        } else {
            knowledge.places().remember(latest(book).id(), place);
        }
    }

    @Override
    public List<ShelfBook> recent(int most) {
        return knowledge.places().latestFirst().stream()
                .flatMap(id -> knowledge.shelf().book(id).stream())
                .limit(most)
                .toList();
    }

    @Override
    public List<Bookmark> bookmarks(ShelfBook book) {
        return store.bookmarks(knowledge.catalogue(), latest(book));
    }

    @Override
    public void addBookmark(ShelfBook book, Bookmark bookmark) {
        store.saveBookmark(knowledge.catalogue(), latest(book), bookmark);
    }

    @Override
    public void removeBookmark(ShelfBook book, long anchor) {
        store.removeBookmark(knowledge.catalogue(), latest(book), anchor);
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
