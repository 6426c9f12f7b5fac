package netreader.catalogue.internal.scan;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.CatalogueException.Problem;
import netreader.catalogue.internal.store.BookTable;
import netreader.catalogue.internal.store.Database;
import netreader.format.registry.FormatRegistry;

/**
 * Looks at the library on a thread of its own: at all of it again and again, less often where that takes longer, and at
 * once when a format has come or gone; and at single folders when the system tells of something in them.
 */
public final class LibraryScanner implements AutoCloseable {
    private static final Logger LOG = System.getLogger(LibraryScanner.class.getName());
    private static final long FIRST_FORMAT_MILLIS = 3000;
    /** Two looks so far apart tell whether a file is still being written. */
    private static final long GROWING_MILLIS = 700;

    private static final long FIRST_LOOK_SECONDS = 10;
    /** A jar that is being replaced takes its format away for a moment; the shelf does not flicker. */
    private static final long FORMAT_GONE_MILLIS = 2000;

    /** Rest after a look, for its time: after one at everything, and after one at some folders. */
    private static final int IDLE_TO_BUSY = 20;

    private static final int IDLE_TO_BUSY_FOLDERS = 3;
    /** So long a look has the computer for itself; then books are read beside it. */
    private static final long ALONE_NANOS = TimeUnit.SECONDS.toNanos(15);
    /** So many folders are not looked at one by one. */
    private static final int MAX_FOLDERS = 100;

    /** So soon who waits for a look notices that there will be none. */
    private static final long STOPPED_MILLIS = 500;

    private final Library library;
    private final FormatRegistry formats;
    private final Database database;
    private final Inspections inspections;
    private final Runnable whenChanged;
    private final Courtesy courtesy;
    private final long rescanNanos;
    private final long growingNanos;
    private final Agenda agenda = new Agenda();
    private final FolderWatch watch;
    private final KnownFolders folders;
    private final LibraryWalk walk;
    private final YoungFiles young;
    private final Map<String, Long> missingSince = new HashMap<>();
    private final Thread thread = new Thread(this::run, "netreader-library");
    private final CountDownLatch firstLook = new CountDownLatch(1);
    private volatile boolean stopped;
    private boolean complained;

    /**
     * @param whenChanged is called after each change of the shelf
     * @param watches whether the system is asked for events
     */
    public LibraryScanner(
            Library library,
            FormatRegistry formats,
            Database database,
            Inspections inspections,
            Runnable whenChanged,
            Courtesy courtesy,
            long rescanMillis,
            boolean watches) {
        this.library = library;
        this.formats = formats;
        this.database = database;
        this.inspections = inspections;
        this.whenChanged = whenChanged;
        this.courtesy = courtesy;
        long growingMillis = Math.min(rescanMillis, GROWING_MILLIS);
        this.rescanNanos = TimeUnit.MILLISECONDS.toNanos(rescanMillis);
        this.growingNanos = TimeUnit.MILLISECONDS.toNanos(growingMillis);
        this.watch = watches ? FolderEvents.start(library.root().getFileSystem(), agenda) : FolderWatch.NONE;
        this.folders = new KnownFolders(watch);
        this.walk = new LibraryWalk(library, formats);
        this.young = new YoungFiles(growingMillis);
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Waits until the library has been looked at once, but not for ever. */
    public void awaitFirstLook() {
        try {
            if (!firstLook.await(FIRST_LOOK_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "The first look at the library takes long; the shelf is shown as it is");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Something has happened after which the next look is not to be waited for, such as a format that has come. */
    public void lookSoon() {
        agenda.wantAll();
    }

    /**
     * Looks now, and waits for the end of that.
     *
     * @param folder with all that is below it; empty for everything
     * @throws CatalogueException NOT_FOUND if there is no such folder, IO if the library cannot be read, CANCELLED if the
     *     server is stopping
     */
    public Findings lookNow(String folder) throws CatalogueException {
        String name = Path.of("/" + folder).normalize().toString().substring(1);
        if (!Files.isDirectory(library.file(name), LinkOption.NOFOLLOW_LINKS)) {
            throw new CatalogueException(Problem.NOT_FOUND, "There is no folder \"" + folder + "\" in the library");
        }
        CompletableFuture<Findings> answer = agenda.ask(name);
        try {
            while (!stopped) {
                try {
                    return answer.get(STOPPED_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    LOG.log(Level.TRACE, "The look goes on");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new CatalogueException(
                    Problem.IO, "The library cannot be read: " + e.getCause().getMessage(), e);
        }
        throw new CatalogueException(Problem.CANCELLED, "The server is stopping");
    }

    private void run() {
        whenChanged.run(); // the shelf of last time is there
        try {
            if (formats.formats().isEmpty()) {
                long last = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(FIRST_FORMAT_MILLIS);
                agenda.next(System.nanoTime(), last, last, Set.of());
            }
            look();
        } catch (InterruptedException e) {
            LOG.log(Level.DEBUG, "The scan has stopped");
        }
    }

    private void look() throws InterruptedException {
        Agenda.Item item = new Agenda.Item(true, Set.of(), Set.of(), List.of());
        long nextAll = 0;
        int looks = 0;
        while (!stopped) {
            long began = System.nanoTime();
            boolean all = item.all() || item.folders().size() + item.withAll().size() > MAX_FOLDERS;
            boolean read = all ? look(true, item, Look::atAll) : lookAt(item);
            long ended = System.nanoTime();
            if (all) {
                nextAll = ended + Math.max(rescanNanos, (ended - began) * IDLE_TO_BUSY);
            }
            Set<String> growing = young.folders();
            if (growing.isEmpty() || ++looks > 1) {
                firstLook.countDown();
            }
            long earliest = ended + (all || !read ? 0 : (ended - began) * IDLE_TO_BUSY_FOLDERS);
            item = agenda.next(earliest, nextAll, ended + growingNanos, growing);
        }
    }

    private boolean lookAt(Agenda.Item item) {
        return look(false, item, look -> look.at(item.folders(), item.withAll()));
    }

    @FunctionalInterface
    private interface Way {
        void look(Look look) throws IOException, CatalogueException;
    }

    /** Returns whether the library could be looked at. */
    private boolean look(boolean all, Agenda.Item item, Way way) {
        try {
            long now = System.currentTimeMillis();
            long[] began = {System.nanoTime()};
            long lookBegan = System.nanoTime();
            Comparison comparison =
                    new Comparison(database, young, all, item.folders(), format -> mayGo(format, now), () -> {
                        whenChanged.run();
                        if (System.nanoTime() - lookBegan > ALONE_NANOS) {
                            inspections.wake();
                        }
                        courtesy.stepAside(began[0]);
                        began[0] = System.nanoTime();
                    });
            way.look(new Look(database, walk, folders, comparison));
            item.askers().forEach(asker -> asker.complete(comparison.findings()));
            readAgainWhatOthersGaveUp();
            inspections.wake(); // also for what could not be read a while ago
            complained = false;
            return true;
        } catch (RuntimeException e) { // the next look may go better; without looks the server would be blind
            item.askers().forEach(asker -> asker.completeExceptionally(e));
            if (!stopped) {
                LOG.log(Level.ERROR, "A look at the library failed", e);
            }
        } catch (IOException | CatalogueException e) {
            item.askers().forEach(asker -> asker.completeExceptionally(e));
            // The shelf stays as it is: a share that is away for an hour takes no book with it.
            if (!complained && !stopped) {
                String what = e instanceof IOException ? "The library cannot be read" : "A look cannot be written down";
                LOG.log(Level.WARNING, "{0}; the shelf stays as it is: {1}", what, e.toString());
                complained = true;
            }
        }
        return false;
    }

    private void readAgainWhatOthersGaveUp() throws CatalogueException {
        List<Long> books = database.read(connection -> ScanTable.givenUpByOthers(connection, formats.formats()));
        if (!books.isEmpty()) {
            database.write(connection -> {
                BookTable.setPending(connection, books);
                return true;
            });
            whenChanged.run();
        }
    }

    private boolean mayGo(String format, long now) {
        if (formats.byName(format).isPresent()) {
            missingSince.remove(format);
            return true;
        }
        return now - missingSince.computeIfAbsent(format, name -> now) > FORMAT_GONE_MILLIS;
    }

    @Override
    public void close() {
        stopped = true;
        thread.interrupt();
        watch.close();
    }
}
