package netreader.catalogue.internal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import netreader.catalogue.BookFile;
import netreader.catalogue.BookSetting;
import netreader.catalogue.Catalogue;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueBook.Status;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.CatalogueException.Problem;
import netreader.catalogue.Cover;
import netreader.catalogue.NamedBooks;
import netreader.catalogue.OpenText;
import netreader.catalogue.Place;
import netreader.catalogue.PlaceUpdate;
import netreader.catalogue.Position;
import netreader.catalogue.Reader;
import netreader.catalogue.ShelfChanges;
import netreader.catalogue.ShelfFolder;
import netreader.catalogue.ShelfPage;
import netreader.catalogue.ShelfQuery;
import netreader.catalogue.internal.inspect.ChildInspector;
import netreader.catalogue.internal.inspect.CoverPicture;
import netreader.catalogue.internal.inspect.InProcessInspector;
import netreader.catalogue.internal.inspect.InspectionLimits;
import netreader.catalogue.internal.inspect.Inspector;
import netreader.catalogue.internal.inspect.Inspectors;
import netreader.catalogue.internal.inspect.PictureReader;
import netreader.catalogue.internal.positions.PositionMatch;
import netreader.catalogue.internal.positions.Positions;
import netreader.catalogue.internal.scan.Courtesy;
import netreader.catalogue.internal.scan.Inspections;
import netreader.catalogue.internal.scan.Library;
import netreader.catalogue.internal.scan.LibraryScanner;
import netreader.catalogue.internal.shelf.MeantBooks;
import netreader.catalogue.internal.shelf.ShelfQueries;
import netreader.catalogue.internal.shelf.ShelfTable;
import netreader.catalogue.internal.store.BookTable;
import netreader.catalogue.internal.store.Counters;
import netreader.catalogue.internal.store.CoverTable;
import netreader.catalogue.internal.store.Database;
import netreader.catalogue.internal.store.DatabaseFile;
import netreader.catalogue.internal.store.Schema;
import netreader.catalogue.internal.store.Versions;
import netreader.format.Delivery;
import netreader.format.OpenOptions;
import netreader.format.registry.FormatRegistry;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** The catalogue of the library folder, kept in SQLite. If it cannot start, an {@link IOException} service says why. */
@Component(
        service = {Catalogue.class, Upkeep.class},
        immediate = true,
        configurationPid = "netreader.catalogue",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = CatalogueConfig.class)
public final class LibraryCatalogue implements Catalogue, Upkeep {
    private static final Logger LOG = System.getLogger(LibraryCatalogue.class.getName());

    private static final String CATALOGUE_FILE = "catalogue.db";
    private static final String BACKUPS = "backups";
    private static final String POSITIONS_FILE = "positions.db";
    /** So many rows of an older NetReader are taken in at a time, in some tenths of a second. */
    private static final int OLDER_ROWS = 2000;
    /** How long a query waits for all of them. */
    private static final long SHELF_SECONDS = 2;

    private final SharedTexts texts;
    private final PageCache pages = PageCache.ofMemory();
    private final KnownBooks known = new KnownBooks(this::book);
    private final FormatFolders formatFolders;
    private final Library library;
    private final Database database;
    private final Backup backup;
    private final AutomaticBackup automaticBackup;
    private final Positions positions;
    private final ChildInspector worker;
    private final Inspections inspections;
    private final BookSettings settings;
    private final LibraryScanner scanner;
    private final AutoCloseable formatListener;
    private final Announcements announcements = new Announcements(this::tellListeners);
    private final Courtesy courtesy = new Courtesy();
    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
    /** Ends when all rows are on the shelf; they are not at once where an older NetReader has written them. */
    private final CompletableFuture<Void> shelf = new CompletableFuture<>();

    @Activate
    public LibraryCatalogue(BundleContext context, CatalogueConfig config, @Reference FormatRegistry formats)
            throws IOException {
        this.texts = new SharedTexts(formats);
        Path data = Files.createDirectories(Path.of(config.data()));
        Path formatCache = data.resolve("formats");
        this.formatFolders = new FormatFolders(formatCache);
        this.library = new Library(Path.of(config.library()).toAbsolutePath().normalize());
        DatabaseFile file = new DatabaseFile(data.resolve(CATALOGUE_FILE), "The catalogue", Schema.VERSIONS);
        this.database = new Database(file, "netreader-catalogue", this::catchUp);
        this.positions = new Positions(data.resolve(POSITIONS_FILE), database);
        this.backup = new Backup(
                data.resolve(BACKUPS),
                "",
                Map.of(
                        CATALOGUE_FILE,
                        copy -> file.copyTo(copy, Schema.ANOTHER_CATALOGUE),
                        POSITIONS_FILE,
                        positions::copyTo));
        this.automaticBackup = new AutomaticBackup(
                new Backup(data.resolve(BACKUPS), AutomaticBackup.SUFFIX, Map.of(POSITIONS_FILE, positions::copyTo)));
        List<String> command = Courtesy.giveWay(config.workerCommand().lines().toList());
        InspectionLimits limits = new InspectionLimits(
                Duration.ofSeconds(config.inspectionTimeoutInSeconds()),
                Duration.ofSeconds(config.coverTimeoutInSeconds()),
                config.inspectionMemoryInMegabytes());
        this.worker = new ChildInspector(command, data, limits, formats);
        PictureReader pictures = command.isEmpty() ? CoverPicture::read : worker;
        Inspector here = new InProcessInspector(formats, formatCache, pictures);
        Inspector inspector = command.isEmpty() ? here : new Inspectors(formats, here, worker);
        this.inspections = new Inspections(inspector, formats, library, database, this::changed, courtesy);
        this.settings = new BookSettings(formats, library, database, inspector, texts);
        this.scanner = new LibraryScanner(
                library,
                formats,
                database,
                inspections,
                this::changed,
                courtesy,
                config.rescanInMillis(),
                config.watches());
        this.formatListener = formats.listen(scanner::lookSoon);
        DamageWatch damage = new DamageWatch(context, List.of(database, positions.database()));
        damage.begin();
        // The scan is to find the rows that the readers' places need.
        var unused = positions.ready().whenComplete((ready, failure) -> {
            if (failure == null) {
                inspections.first(() -> formatFolders.removeUnused(database));
                scanner.start();
                damage.checkAfter(scanner::awaitFirstLook);
                completeShelf();
            } else {
                shelf.complete(null);
                if (!damage.hasFoundDamage()) {
                    IOException reason = new IOException(
                            "The catalogue in " + data + " cannot be opened: " + Database.reason(failure), failure);
                    context.registerService(IOException.class, reason, null);
                }
            }
        });
    }

    @Deactivate
    void stop() throws Exception {
        formatListener.close();
        scanner.close();
        inspections.close();
        worker.close();
        announcements.close();
        positions.close();
        database.close();
    }

    @Override
    public String identity() throws CatalogueException {
        return database.read(Counters::identity);
    }

    @Override
    public long revision() throws CatalogueException {
        return database.read(Counters::revision);
    }

    @Override
    public ShelfChanges changesSince(long since, int limit) throws CatalogueException {
        return ask(connection -> BookTable.changesSince(connection, since, limit));
    }

    /** In the background: an older NetReader may have written many rows, which take some seconds. */
    private void completeShelf() {
        var unused = CompletableFuture.runAsync(this::takeInOlderRows).whenComplete((done, problem) -> {
            shelf.complete(null);
            backUpPlaces();
        });
    }

    private void backUpPlaces() {
        try {
            if (positions.any()) {
                automaticBackup.makeIfDue();
            }
        } catch (CatalogueException e) {
            LOG.log(Level.DEBUG, "The readers'' places are not backed up: {0}", e.getMessage());
        }
    }

    /** Until all older rows are on the shelf it is some at a time, so that nobody waits long to write. */
    private boolean catchUp(Connection connection) throws SQLException {
        return shelf.isDone() ? ShelfTable.catchUp(connection) : ShelfTable.catchUp(connection, OLDER_ROWS);
    }

    private void takeInOlderRows() {
        try {
            boolean behind = false;
            while (database.read(ShelfTable::isBehind)) {
                behind = true;
                database.write(connection -> true);
            }
            shelf.complete(null);
            if (behind) {
                database.write(connection -> true); // what was written just now
                tellListeners();
            }
        } catch (CatalogueException e) { // the next change is another chance
            LOG.log(Level.WARNING, "The shelf may lack books: {0}", e.getMessage());
        }
    }

    /** Asks the shelf as it is sorted and searched. */
    private <T> T askShelf(Database.Task<T> question) throws CatalogueException {
        try {
            shelf.get(SHELF_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.log(Level.DEBUG, "A part of the shelf is searched; the rest is still to come");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CatalogueException(Problem.CANCELLED, "The catalogue was interrupted", e);
        }
        return ask(question);
    }

    @Override
    public ShelfPage query(ShelfQuery query) throws CatalogueException {
        return askShelf(connection -> ShelfQueries.query(connection, query));
    }

    @Override
    public List<ShelfFolder> folders(String folder) throws CatalogueException {
        return askShelf(connection -> ShelfQueries.folders(connection, folder));
    }

    @Override
    public NamedBooks named(String name) throws CatalogueException {
        return askShelf(connection -> MeantBooks.find(connection, name));
    }

    /** Asks the shelf; of a catalogue that was just made, when its first look at the library has ended. */
    private <T> T ask(Database.Task<T> question) throws CatalogueException {
        Optional<T> answer = database.read(connection ->
                Counters.revision(connection) > 0 ? Optional.of(question.with(connection)) : Optional.empty());
        if (answer.isPresent()) {
            return answer.get();
        }
        scanner.awaitFirstLook();
        return database.read(question);
    }

    @Override
    public CatalogueBook book(long id) throws CatalogueException {
        return database.read(connection -> BookTable.book(connection, id));
    }

    @Override
    public Optional<CatalogueBook> bookNamed(String name) throws CatalogueException {
        return ask(connection -> BookTable.bookNamed(connection, name));
    }

    @Override
    public List<CatalogueBook> booksWithStem(String stem) throws CatalogueException {
        return ask(connection -> BookTable.booksWithStem(connection, stem));
    }

    @Override
    public Optional<Cover> cover(long id, int pixels) throws CatalogueException {
        return database.read(connection -> CoverTable.cover(connection, id, pixels));
    }

    @Override
    public BookFile openFile(long id, String version) throws CatalogueException {
        CatalogueBook book = known.book(id);
        Path file = library.file(book.name());
        try {
            if (!version.equals(Versions.of(file))) {
                throw new CatalogueException(Problem.CHANGED, book.name() + " has changed on the server");
            }
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
            return new BookFile(channel, channel.size());
        } catch (NoSuchFileException e) {
            throw new CatalogueException(Problem.NOT_FOUND, book.name() + " has gone from the library", e);
        } catch (IOException e) {
            throw new CatalogueException(Problem.IO, book.name() + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public OpenText openText(long id, int pageBytes) throws CatalogueException {
        return openText(id, pageBytes, Map.of());
    }

    @Override
    public OpenText openText(long id, int pageBytes, Map<String, String> changes) throws CatalogueException {
        while (true) {
            long outdated = texts.timesOutdated();
            OpenText text = openNow(id, pageBytes, changes);
            if (texts.timesOutdated() == outdated) {
                return text;
            }
            text.close(); // with settings that were changed since they were read
        }
    }

    private OpenText openNow(long id, int pageBytes, Map<String, String> changes) throws CatalogueException {
        CatalogueBook book = book(id);
        if (book.delivery() != Delivery.PAGES) {
            throw new CatalogueException(
                    Problem.UNSUPPORTED, "A " + book.format() + " is not read page by page; fetch its file");
        }
        if (book.status() == Status.QUARANTINED && changes.isEmpty()) {
            throw new CatalogueException(
                    Problem.QUARANTINED,
                    book.name() + " cannot be read: " + book.reason().orElse("it is quarantined"));
        }
        Path file = library.file(book.name());
        // As it lies there now: the catalogue hears of a change some seconds later.
        String version = Versions.require(file, book.name());
        OpenOptions options = new OpenOptions(
                Optional.empty(), pageBytes, settings.changed(book, changes), formatFolders.of(book, version));
        return new LibraryText(book, version, file, options, texts, pages, courtesy);
    }

    @Override
    public List<BookSetting> settings(long id) throws CatalogueException {
        return settings.of(book(id));
    }

    @Override
    public void set(long id, Map<String, String> changes) throws CatalogueException {
        if (settings.change(id, changes)) {
            inspections.wake(); // a book that is pending is read again with them
            changed();
        }
    }

    @Override
    public void readAgain(long id) throws CatalogueException {
        inspections.forgetFailure(id);
        database.write(connection -> {
            BookTable.book(connection, id); // NOT_FOUND
            BookTable.setPending(connection, id);
            return true;
        });
        inspections.wake();
        changed();
    }

    @Override
    public Optional<Place> place(Reader reader, long id) throws CatalogueException {
        List<Position> all = positions.of(reader, id);
        return all.stream()
                .filter(position -> position.reader().device().equals(reader.device()))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(Position::place);
    }

    @Override
    public List<Position> positions(Reader reader, long id) throws CatalogueException {
        return positions.of(reader, id);
    }

    @Override
    public List<Position> positions(long id) throws CatalogueException {
        return positions.of(id);
    }

    @Override
    public Position putPlace(Reader reader, long id, PlaceUpdate update) throws CatalogueException {
        if (!database.read(connection -> PositionMatch.exists(connection, id))) {
            throw new CatalogueException(Problem.NOT_FOUND, "There is no book with the number " + id);
        }
        return positions.put(reader, id, update);
    }

    @Override
    public Path backUp() throws CatalogueException {
        return backup.make();
    }

    @Override
    public String why(long id) throws CatalogueException {
        List<Position> readers = positions(id);
        int open = texts.readers(id);
        return database.read(connection -> Why.of(connection, BookTable.everKnown(connection, id), readers, open));
    }

    @Override
    public Optional<Long> goneBook(String numberOrName) throws CatalogueException {
        return ask(connection -> BookTable.goneBook(connection, numberOrName));
    }

    @Override
    public Listening listen(LongConsumer listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void changed() {
        known.forget();
        announcements.changed();
    }

    private void tellListeners() {
        long reached;
        try {
            reached = revision();
        } catch (CatalogueException e) {
            LOG.log(Level.DEBUG, "The revision is not known: {0}", e.getMessage());
            return;
        }
        for (LongConsumer listener : listeners) {
            try {
                listener.accept(reached);
            } catch (RuntimeException e) { // the others hear of it all the same
                LOG.log(Level.WARNING, "A listener failed on a new revision", e);
            }
        }
    }
}
