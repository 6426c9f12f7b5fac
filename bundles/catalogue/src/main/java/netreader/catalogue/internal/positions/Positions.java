package netreader.catalogue.internal.positions;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.CatalogueException.Problem;
import netreader.catalogue.PlaceUpdate;
import netreader.catalogue.Position;
import netreader.catalogue.Reader;
import netreader.catalogue.internal.store.Database;
import netreader.catalogue.internal.store.DatabaseFile;

/**
 * Where readers are, in a file of its own that outlives the catalogue. What readers tell is gathered and written in one
 * transaction, at most every half a second: a kill loses no more than that, and turning a page waits for no disk. Any
 * thread.
 */
public final class Positions implements AutoCloseable {
    /** Of places that an older version has kept. */
    public static final long UNKNOWN_TIME = 0;

    /** Of a device's first update. */
    static final long FIRST_COUNT = 1;

    private static final Logger LOG = System.getLogger(Positions.class.getName());
    private static final long WRITE_MILLIS = 500;
    private static final long RETRY_MILLIS = 5000;
    private static final long CLOSE_SECONDS = 5;

    /** Books of readers; more wait for the disk only where that is full. */
    private static final int MOST_GATHERED = 100_000;

    private final DatabaseFile file;
    private final Database database;
    private final PositionsOfBooks books;
    private final GatheredPositions gathered = new GatheredPositions();
    private final AtomicLong sequence = new AtomicLong();
    private final AtomicBoolean writeIsComing = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor thread;
    private final CompletableFuture<Void> ready;
    private volatile long lastWrite = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(WRITE_MILLIS);
    private boolean complained;

    /** Opens the file in the background, and finds its books in the catalogue as soon as that is open too. */
    public Positions(Path file, Database catalogue) {
        this.file = new DatabaseFile(file, "The file of the readers' places", PositionSchema.VERSIONS);
        this.database = new Database(this.file, "netreader-positions");
        this.books = new PositionsOfBooks(catalogue, database);
        this.thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread daemon = new Thread(task, "netreader-positions-gathered");
            daemon.setDaemon(true);
            return daemon;
        });
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        this.ready =
                CompletableFuture.allOf(catalogue.opened(), database.opened()).thenRunAsync(this::begin, thread);
    }

    public Database database() {
        return database;
    }

    /** Ends when the places stand under the catalogue's numbers, or with what kept them from it. */
    public CompletableFuture<Void> ready() {
        return ready;
    }

    private void begin() {
        try {
            new PositionRescue(file.file(), file.file().resolveSibling("backups"), database).fill();
            books.find();
            books.moveFormerPositions();
            sequence.set(database.read(PositionTable::lastSequence));
        } catch (CatalogueException e) {
            throw new CompletionException(e);
        }
    }

    private void awaitReady() throws CatalogueException {
        try {
            ready.join();
        } catch (CompletionException e) {
            throw new CatalogueException(
                    Problem.INTERNAL, "The readers' places cannot be used: " + Database.reason(e), e);
        }
    }

    /** Of the reader's devices; what was told last comes first. */
    public List<Position> of(Reader reader, long book) throws CatalogueException {
        awaitReady();
        // Before the database is asked: what is written meanwhile would be in neither.
        List<Position> fresh = gathered.of(reader.name(), book);
        return merged(fresh, database.read(connection -> PositionTable.of(connection, reader.name(), book)));
    }

    /** Whether there are any. */
    public boolean any() throws CatalogueException {
        awaitReady();
        return database.read(connection -> PositionTable.lastSequence(connection) > 0);
    }

    /** Of all readers, by reader; what each told last comes first. */
    public List<Position> of(long book) throws CatalogueException {
        awaitReady();
        List<Position> fresh = gathered.of(book);
        List<Position> all =
                new ArrayList<>(merged(fresh, database.read(connection -> PositionTable.of(connection, book))));
        all.sort(Comparator.comparing(position -> position.reader().name()));
        return all;
    }

    private static List<Position> merged(List<Position> fresh, List<Position> written) {
        record Key(String reader, String device) {}
        Map<Key, Position> positions = new HashMap<>();
        for (List<Position> some : List.of(written, fresh)) {
            for (Position position : some) {
                Reader reader = position.reader();
                positions.merge(new Key(reader.name(), reader.device()), position, Positions::later);
            }
        }
        return positions.values().stream()
                .sorted(Comparator.comparingLong(Position::sequence).reversed())
                .toList();
    }

    /** Of two updates of one device the one that counts, with the name of the device if either tells it. */
    static Position later(Position one, Position other) {
        boolean otherCounts = other.count() > one.count();
        Position later = otherCounts ? other : one;
        Position earlier = otherCounts ? one : other;
        return later.reader().deviceName().isEmpty()
                ? new Position(earlier.reader(), later.place(), later.time(), later.count(), later.sequence())
                : later;
    }

    /** As {@link netreader.catalogue.Catalogue#putPlace}. */
    public Position put(Reader reader, long book, PlaceUpdate update) throws CatalogueException {
        Optional<Position> stored = of(reader, book).stream()
                .filter(position -> position.reader().device().equals(reader.device()))
                .findFirst();
        long last = stored.map(Position::count).orElse(FIRST_COUNT - 1);
        long count = update.count().orElse(last + 1);
        if (stored.isPresent() && count <= last) {
            return stored.get();
        }
        if (gathered.readersAndBooks() >= MOST_GATHERED) {
            throw new CatalogueException(Problem.IO, "The server cannot write down where its readers are");
        }
        Position kept = gathered.put(new PositionTable.Row(
                book,
                new Position(
                        reader,
                        update.place(),
                        update.time().orElseGet(System::currentTimeMillis),
                        count,
                        sequence.incrementAndGet())));
        writeSoon();
        return kept;
    }

    private void writeSoon() throws CatalogueException {
        if (writeIsComing.compareAndSet(false, true)) {
            long since = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastWrite);
            try {
                writeIn(Math.max(0, WRITE_MILLIS - since));
            } catch (RejectedExecutionException e) {
                throw new CatalogueException(Problem.CANCELLED, "The server is stopping", e);
            }
        }
    }

    private void writeIn(long millis) {
        var unused = thread.schedule(this::writeGathered, millis, TimeUnit.MILLISECONDS);
    }

    private void writeGathered() {
        writeIsComing.set(false); // what comes from here on may be too late for this time
        List<PositionTable.Row> rows = gathered.all();
        try {
            books.write(rows);
            if (!thread.isShutdown()) {
                database.restoreIfRemoved();
            }
            gathered.written(rows);
            complained = false;
        } catch (CatalogueException e) {
            if (!complained) {
                LOG.log(Level.WARNING, "Where readers are cannot be written down at this moment: {0}", e.getMessage());
                complained = true;
            }
            if (!thread.isShutdown() && writeIsComing.compareAndSet(false, true)) {
                writeIn(RETRY_MILLIS);
            }
        } finally {
            lastWrite = System.nanoTime();
        }
    }

    /**
     * Writes a copy of the file, with everything that was told so far.
     *
     * @param copy a file that is not there yet
     */
    public void copyTo(Path copy) throws CatalogueException, SQLException {
        awaitReady();
        books.write(gathered.all());
        file.copyTo(copy);
    }

    /** Writes what is gathered. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "The readers' places are still being written; the server stops without waiting");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (ready.isDone() && !ready.isCompletedExceptionally()) {
            writeGathered();
        }
        database.close();
    }
}
