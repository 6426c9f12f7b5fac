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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import netreader.client.BookDetails;
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
import netreader.format.Work;
import netreader.format.registry.FormatRegistry;
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
    private static final long MEGABYTE = 1_000_000;

    private final ServerAddress server;
    private final ReaderStore store;
    private final Knowledge knowledge;
    private final BookCopies copies;
    private final LocalFiles files;
    private final Optional<Path> throwAway;
    private final ServerLoop loop;
    private final Questions questions;
    private final BookOpening opening;
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
        boolean keeps = !config.data().isBlank();
        Path data = keeps ? Files.createDirectories(Path.of(config.data())) : Files.createTempDirectory("netreader-");
        this.throwAway = keeps ? Optional.empty() : Optional.of(data);
        this.store = keeps ? new SqliteStore(data.resolve("reader.db")) : new ForgetfulStore();
        Copies folder = new Copies(
                config.copies().isBlank() ? data.resolve("copies") : Path.of(config.copies()),
                config.maxCopiesInMB() * MEGABYTE,
                this::copiesChanged);
        this.knowledge = new Knowledge(store, new ShelfContents(folder, keeps));
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
        this.questions = new Questions(loop);
        Path formatCache = folder.folder().resolveSibling("formats");
        this.opening =
                new BookOpening(loop, knowledge, copies, files, formats, formatCache, config.fetchesWholeBooks());
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
        return questions.query(query);
    }

    @Override
    public List<ShelfFolder> folders(String folder) throws ClientException {
        return questions.folders(folder);
    }

    @Override
    public NamedBooks named(String name) throws ClientException {
        return questions.named(name);
    }

    @Override
    public AutoCloseable listen(ClientListener listener) {
        return listeners.add(listener);
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
        byte[] image = questions
                .ask(new Request.Cover(book.id(), Optional.of((long) pixels)))
                .body();
        store.saveCover(knowledge.catalogue(), book.id(), picture, pixels, image);
        return Optional.of(image);
    }

    @Override
    public BookDetails details(ShelfBook book) throws ClientException {
        return book.local() ? BookDetails.NONE : questions.details(book);
    }

    @Override
    public void set(ShelfBook book, Map<String, String> settings) throws ClientException {
        questions.ask(new Request.Set(book.id(), settings));
    }

    @Override
    public Reading open(ShelfBook book, OpenRequest request) throws ClientException {
        return opening.open(book, request);
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
