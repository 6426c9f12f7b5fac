package netreader.catalogue.internal.scan;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.internal.scan.PendingTable.Pending;
import netreader.catalogue.internal.store.BookNames;
import netreader.catalogue.internal.store.BookTable;
import netreader.catalogue.internal.store.Digests;
import netreader.catalogue.internal.store.Inspection;
import netreader.catalogue.internal.store.Versions;
import netreader.format.Delivery;
import netreader.format.registry.FormatUnavailableException;

/** Books of one delivery, read one after the other on a thread of their own. */
final class InspectionLine implements AutoCloseable {
    private static final Logger LOG = System.getLogger(InspectionLine.class.getName());

    /** Books that are in memory at a time. */
    private static final int PAGE = 200;
    /** Results that wait to be written together, and how long. */
    private static final int GROUP = 32;

    private static final long GROUP_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    /** @param digests empty if the table has them */
    private record Digested(Pending book, Optional<Digests> digests) {}

    private record Result(Pending book, String provider, Inspection inspection) {}

    private final Delivery delivery;
    private final InspectionMeans means;
    private final KnownDigests digests;
    private final FailedReadings failures;
    private final DueCovers covers;
    private final ExecutorService thread;
    private final AtomicBoolean woken = new AtomicBoolean();
    private final List<Result> results = new ArrayList<>();
    private long written;

    InspectionLine(
            Delivery delivery, String name, InspectionMeans means, KnownDigests digests, FailedReadings failures) {
        this.delivery = delivery;
        this.means = means;
        this.digests = digests;
        this.failures = failures;
        this.covers = new DueCovers(means, failures);
        this.thread = Executors.newSingleThreadExecutor(task -> {
            Thread daemon = new Thread(task, name);
            daemon.setDaemon(true);
            return daemon;
        });
    }

    /** There may be books that wait. */
    void wake() {
        if (!thread.isShutdown() && woken.compareAndSet(false, true)) {
            thread.execute(() -> {
                woken.set(false);
                readAll();
            });
        }
    }

    /** Something to be done before the first book. */
    void first(Runnable work) {
        thread.execute(work);
    }

    private void readAll() {
        try {
            long after = 0;
            boolean twinsWait = false;
            while (!thread.isShutdown()) {
                long from = after;
                List<Pending> some =
                        means.database().read(connection -> PendingTable.some(connection, delivery, from, PAGE));
                if (some.isEmpty()) {
                    break;
                }
                after = some.get(some.size() - 1).id();
                twinsWait |= read(some);
            }
            covers.makeAll(delivery, thread::isShutdown);
            if (twinsWait) {
                wake();
            }
        } catch (CatalogueException | RuntimeException e) {
            if (!thread.isShutdown()) {
                LOG.log(Level.WARNING, "New books wait to be read: {0}", e.toString());
            }
        }
    }

    /** Returns whether some wait for others of the same content, which were read now. */
    private boolean read(List<Pending> some) throws CatalogueException {
        List<Digested> digested = new ArrayList<>();
        for (Pending book : some) {
            if (!thread.isShutdown() && mayRead(book)) {
                digest(book).ifPresent(digested::add);
            }
        }
        List<Pending> toRead = new ArrayList<>();
        boolean twinsWait = settle(digested, toRead);
        for (Pending book : toRead) {
            if (thread.isShutdown()) {
                return false; // what an interrupted thread has read says nothing of the book
            }
            long began = System.nanoTime();
            inspect(book).ifPresent(results::add);
            if (delivery == Delivery.FILE || results.size() >= GROUP || began - written > GROUP_NANOS) {
                write();
            }
            means.courtesy().stepAside(began);
        }
        write();
        return twinsWait;
    }

    private boolean mayRead(Pending book) {
        return failures.mayRead(book.id())
                && means.formats().byName(book.found().format()).isPresent();
    }

    /** Empty if the file cannot be read, or is another one. */
    private Optional<Digested> digest(Pending book) {
        try {
            Path file = means.library().file(book.name());
            Optional<Digests> found =
                    book.content() == 0 ? digests.of(file, book.found().version()) : Optional.empty();
            if (found.isEmpty() && book.content() == 0) {
                return Optional.empty();
            }
            return Optional.of(new Digested(book, found));
        } catch (IOException | RuntimeException e) {
            complain(book, e);
            return Optional.empty();
        }
    }

    /**
     * Writes what is known without reading.
     *
     * @param toRead the books that must be read, one of each content
     * @return whether there are more of the same contents
     */
    private boolean settle(List<Digested> books, List<Pending> toRead) throws CatalogueException {
        if (books.isEmpty()) {
            return false;
        }
        boolean twinsWait = means.database().write(connection -> {
            Set<Long> contents = new HashSet<>();
            boolean twins = false;
            for (Digested digested : books) {
                Pending book = digested.book();
                long content = content(connection, digested);
                if (content == 0 || isBack(connection, book, content)) {
                    continue;
                }
                String provider = means.build(book.found().format());
                boolean anew = book.content() != 0 && book.provider().equals(provider);
                if (anew || book.pictured() || !PendingTable.copyFacts(connection, book, content, provider)) {
                    if (anew || book.pictured() || contents.add(content)) {
                        toRead.add(book);
                    } else {
                        twins = true;
                    }
                }
            }
            return twins;
        });
        means.whenChanged().run();
        return twinsWait;
    }

    /** 0 if the file is another by now. */
    private long content(Connection connection, Digested digested) throws SQLException {
        return digested.digests().isEmpty()
                ? digested.book().content()
                : PendingTable.putContent(
                                connection, digested.book(), digested.digests().get())
                        .orElse(0L);
    }

    private boolean isBack(Connection connection, Pending book, long content) throws SQLException {
        return book.provider().isEmpty() && PendingTable.comesBackAs(connection, book, content);
    }

    private Optional<Result> inspect(Pending book) {
        Found found = book.found();
        try {
            String provider = means.build(book.found().format());
            Path file = means.library().file(found.name());
            Inspection inspection =
                    means.inspector().inspect(found.name(), found.format(), file, book.settingsByName());
            if (!found.version().equals(Versions.of(file))) {
                return Optional.empty(); // the next look finds what it is now
            }
            return Optional.of(new Result(book, provider, inspection));
        } catch (FormatUnavailableException e) {
            LOG.log(Level.DEBUG, "{0} waits for its format", found.name()); // the next look brings it here again
        } catch (IOException | RuntimeException e) {
            complain(book, e);
        }
        return Optional.empty();
    }

    private void complain(Pending book, Exception e) {
        if (!thread.isShutdown()) {
            failures.add(book.id(), book.name(), e);
        }
    }

    private void write() throws CatalogueException {
        written = System.nanoTime();
        if (results.isEmpty() || thread.isShutdown()) {
            return;
        }
        List<Result> group = List.copyOf(results);
        results.clear();
        means.database().write(connection -> {
            for (Result result : group) {
                Pending book = result.book();
                BookTable.ReadAs as =
                        new BookTable.ReadAs(book.found().version(), book.settingsByName(), result.provider());
                BookTable.putInspected(connection, book.id(), as, result.inspection());
            }
            return true;
        });
        for (Result result : group) {
            failures.forget(result.book().id());
            result.inspection()
                    .reason()
                    .ifPresent(reason -> LOG.log(
                            Level.WARNING,
                            "{0} is quarantined: {1}",
                            BookNames.shown(result.book().name()),
                            BookNames.shown(reason)));
        }
        means.whenChanged().run();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
