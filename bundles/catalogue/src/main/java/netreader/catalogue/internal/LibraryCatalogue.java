package netreader.catalogue.internal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import netreader.catalogue.BookFile;
import netreader.catalogue.BookSetting;
import netreader.catalogue.Catalogue;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.CatalogueException.Problem;
import netreader.catalogue.Cover;
import netreader.catalogue.NamedBooks;
import netreader.catalogue.OpenText;
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
import netreader.catalogue.internal.scan.Findings;
import netreader.catalogue.internal.scan.Inspections;
import netreader.catalogue.internal.scan.Library;
import netreader.catalogue.internal.scan.LibraryScanner;
import netreader.catalogue.internal.shelf.MeantBooks;
import netreader.catalogue.internal.shelf.OlderRows;
import netreader.catalogue.internal.shelf.ShelfQueries;
import netreader.catalogue.internal.store.BookTable;
import netreader.catalogue.internal.store.Counters;
import netreader.catalogue.internal.store.CoverTable;
import netreader.catalogue.internal.store.Database;
import netreader.catalogue.internal.store.DatabaseFile;
import netreader.catalogue.internal.store.Schema;
import netreader.format.registry.FormatInfo;
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

    private static final long TIDYING_SECONDS = 5;
    private static final String CATALOGUE_FILE = "catalogue.db";
    private static final String BACKUPS = "backups";
    private static final String POSITIONS_FILE = "positions.db";

    private final FormatRegistry formats;
    private final SharedTexts texts;
    private final KnownBooks known = new KnownBooks(this::book);
    private final Database database;
    private final Backup backup;
    private final AutomaticBackup automaticBackup;
    private final Positions positions;
    private final ChildInspector worker;
    private final Inspections inspections;
    private final BookSettings settings;
    private final LibraryScanner scanner;
    private final AutoCloseable formatListener;
    private final Announcements announcements = new Announcements(this::revision);
    private final BookOpener opener;
    private final OlderRows olderRows = new OlderRows();
    /** What is done once after the start, in the background. */
    private volatile CompletableFuture<Void> tidying = CompletableFuture.completedFuture(null);

    private volatile boolean stopping;

    @Activate
    public LibraryCatalogue(BundleContext context, CatalogueConfig config, @Reference FormatRegistry formats)
            throws IOException {
        this.formats = formats;
        this.texts = new SharedTexts(formats);
        Path data = Files.createDirectories(Path.of(config.data()));
        Path formatCache = data.resolve("formats");
        FormatFolders formatFolders = new FormatFolders(formatCache);
        Library library = new Library(Path.of(config.library()).toAbsolutePath().normalize());
        DatabaseFile file = new DatabaseFile(data.resolve(CATALOGUE_FILE), "The catalogue", Schema.VERSIONS);
        this.database = new Database(file, "netreader-catalogue", olderRows::catchUp);
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
        Courtesy courtesy = new Courtesy();
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
        this.opener = new BookOpener(library, texts, PageCache.ofMemory(), formatFolders, settings, courtesy);
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
                olderRows.giveUp();
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
        stopping = true;
        formatListener.close();
        scanner.close();
        inspections.close();
        worker.close();
        announcements.close();
        awaitTidying();
        positions.close();
        database.close();
    }

    /** A backup that has begun writes into the data folder. */
    private void awaitTidying() throws InterruptedException {
        try {
            tidying.get(TIDYING_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.log(Level.DEBUG, "The catalogue is closed before it was tidied up: {0}", e.toString());
        }
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

    private void completeShelf() {
        tidying = CompletableFuture.runAsync(() -> olderRows.takeIn(database, this::changed))
                .thenRun(this::removeUnusedPictures)
                .thenRun(this::backUpPlaces);
    }

    private void removeUnusedPictures() {
        try {
            database.write(CoverTable::removeUnused);
        } catch (CatalogueException e) {
            LOG.log(Level.DEBUG, "Pictures that no book has stay: {0}", e.getMessage());
        }
    }

    private void backUpPlaces() {
        try {
            if (!stopping && positions.any()) {
                automaticBackup.makeIfDue();
            }
        } catch (CatalogueException e) {
            LOG.log(Level.DEBUG, "The readers'' places are not backed up: {0}", e.getMessage());
        }
    }

    /** Asks the shelf as it is sorted and searched. */
    private <T> T askShelf(Database.Task<T> question) throws CatalogueException {
        olderRows.await();
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
        try {
            return database.read(connection -> BookTable.book(connection, id));
        } catch (CatalogueException e) {
            throw e.problem() == Problem.NOT_FOUND ? whyNotThere(id, e) : e;
        }
    }

    /** A book leaves the shelf with its file or with its format; whoever still has its number hears which. */
    private CatalogueException whyNotThere(long id, CatalogueException notFound) throws CatalogueException {
        Optional<String> format = database.read(connection -> BookTable.formatOfGone(connection, id));
        return format.filter(name -> formats.byName(name).isEmpty())
                .map(name -> new CatalogueException(
                        Problem.FORMAT_UNAVAILABLE, "The format " + name + " is not installed", notFound))
                .orElse(notFound);
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
        return opener.file(known.book(id), version);
    }

    @Override
    public OpenText openText(long id, int pageBytes) throws CatalogueException {
        return openText(id, pageBytes, Map.of());
    }

    @Override
    public OpenText openText(long id, int pageBytes, Map<String, String> changes) throws CatalogueException {
        return opener.text(() -> book(id), pageBytes, changes);
    }

    @Override
    public List<BookSetting> settings(long id) throws CatalogueException {
        return settings.of(book(id));
    }

    @Override
    public Optional<String> formatFile(CatalogueBook book) {
        return formats.byName(book.format()).map(FormatInfo::file);
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
            BookTable.setPending(connection, List.of(id));
            return true;
        });
        inspections.wake();
        changed();
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
    public List<Why.Line> why(long id) throws CatalogueException {
        List<Position> readers = positions(id);
        int open = texts.readers(id);
        return database.read(connection -> Why.of(connection, BookTable.everKnown(connection, id), readers, open));
    }

    @Override
    public Optional<Long> goneBook(String numberOrName) throws CatalogueException {
        return ask(connection -> BookTable.goneBook(connection, numberOrName));
    }

    @Override
    public Findings rescan(String folder) throws CatalogueException {
        return scanner.lookNow(folder);
    }

    @Override
    public Listening listen(LongConsumer listener) {
        return announcements.listen(listener);
    }

    private void changed() {
        known.forget();
        announcements.changed();
    }
}
