package netreader.client.internal.painting;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import netreader.client.ClientException;
import netreader.client.PagePicture;
import netreader.client.PagePicture.Quality;
import netreader.client.PagePictures;
import netreader.client.PageScale;
import netreader.client.internal.painting.BookTurns.Rank;

/**
 * Paints the pages of one book on a thread of its own. A thread that is stuck in a page is given up and replaced. Any
 * thread.
 */
public final class PagePipeline implements PagePictures {
    private static final Logger LOG = System.getLogger(PagePipeline.class.getName());

    private final PaintedPages pages;
    private final BookTurns turns;
    private final PaintingShared shared;
    private final PaintingLimits limits;
    private final PictureCache.Book kept;
    private final PageQueue queue;
    private final PagePainter painter;
    private final PictureListeners listeners = new PictureListeners();
    private Optional<Painting> running = Optional.empty();
    private Optional<Thread> worker = Optional.empty();
    private boolean watching;
    private boolean closed;

    public PagePipeline(
            PaintedPages pages, int pageCount, BookTurns turns, PaintingShared shared, PaintingLimits limits) {
        this.pages = pages;
        this.turns = turns;
        this.shared = shared;
        this.limits = limits;
        this.kept = shared.cache().book();
        this.queue = new PageQueue(pageCount, limits, kept);
        this.painter = new PagePainter(pages, shared.cache(), kept, limits);
    }

    @Override
    public AutoCloseable listen(Listener listener) {
        return listeners.add(listener);
    }

    @Override
    public List<PagePicture> want(List<Integer> wantedPages, PageScale scale) {
        List<PagePicture> here;
        synchronized (this) {
            if (closed) {
                return List.of();
            }
            here = queue.want(wantedPages, scale);
            running.ifPresent(painting -> {
                painting.wanted(queue.isWanted(painting.request()));
                if (!painting.wanted() && (queue.pending() || !queue.isNear(painting.request()))) {
                    painting.cancel();
                }
            });
            if (worker.isEmpty()) {
                startWorker();
            }
            watch();
            notifyAll();
        }
        turns.changed();
        return here;
    }

    private void startWorker() {
        Thread thread = new Thread(this::work, "netreader-pages");
        thread.setDaemon(true);
        worker = Optional.of(thread);
        thread.start();
    }

    private synchronized boolean isWorker() {
        return !closed
                && worker.filter(thread -> thread == Thread.currentThread()).isPresent();
    }

    private void work() {
        try {
            while (awaitWork()) {
                try (BookTurns.Turn turn = turns.take(this::rank)) {
                    begin().ifPresent(painting -> paint(painting, turn));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody does that; if so, the next page gets another thread
        }
        ended();
    }

    private synchronized boolean awaitWork() throws InterruptedException {
        while (isWorker() && queue.isIdle()) {
            wait();
        }
        return isWorker();
    }

    private synchronized void ended() {
        if (isWorker()) {
            worker = Optional.empty();
        }
    }

    /** What is wanted is known only when the book is free. */
    private Rank rank() {
        return queue.pending() ? Rank.PAGE : Rank.AHEAD;
    }

    private synchronized Optional<Painting> begin() {
        if (!isWorker()) {
            return Optional.empty();
        }
        running = queue.next()
                .map(request -> new Painting(
                        request,
                        queue.isWanted(request),
                        limits,
                        () -> turns.waits(Rank.CALL),
                        pages::waited,
                        listeners::painted));
        return running;
    }

    private void paint(Painting painting, BookTurns.Turn turn) {
        try {
            Optional<ClientException> known = failure(painting);
            if (known.isPresent()) {
                throw known.get();
            }
            PagePicture picture = painter.paint(painting, listeners::painted);
            done(painting, turn, picture);
        } catch (ClientException e) {
            failed(painting, turn, e);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "A page could not be painted", e);
            failed(painting, turn, new ClientException("INTERNAL", "The page could not be painted: " + e, e));
        }
    }

    private synchronized Optional<ClientException> failure(Painting painting) {
        return queue.failure(painting.request().page());
    }

    private void done(Painting painting, BookTurns.Turn turn, PagePicture picture) {
        boolean waited;
        synchronized (this) {
            if (!settle(painting, turn)) {
                return;
            }
            waited = queue.painted(painting.request(), picture);
        }
        if (waited) {
            listeners.painted(picture);
        }
    }

    private void failed(Painting painting, BookTurns.Turn turn, ClientException failure) {
        boolean waited;
        synchronized (this) {
            if (!settle(painting, turn)) {
                return;
            }
            if (failure.is("CANCELLED") && painting.wasToldToStop() && !painting.isOverTime()) {
                if (!painting.wasCancelled()) {
                    queue.again(painting.request()); // it gave way to a call
                }
                return;
            }
            waited = queue.failed(painting.request(), failure);
        }
        if (waited) {
            // Nobody has cancelled it who would know why there is no page.
            ClientException said = failure.is("CANCELLED")
                    ? new ClientException("IO", "The page could not be read", failure)
                    : failure;
            listeners.failed(painting.request().page(), said);
        }
    }

    /** @return false if nobody counts on the painting any more, since it was given up or the book is closed */
    private synchronized boolean settle(Painting painting, BookTurns.Turn turn) {
        if (turn.abandoned()) {
            return false;
        }
        if (running.filter(now -> now == painting).isPresent()) {
            running = Optional.empty();
        }
        return !closed;
    }

    /** Looks from time to time whether something is stuck, for as long as there is something to paint. */
    private synchronized void watch() {
        if (!watching && !closed && (running.isPresent() || !queue.isIdle())) {
            watching = true;
            CompletableFuture.delayedExecutor(limits.hung().toMillis() / 10, TimeUnit.MILLISECONDS)
                    .execute(this::look);
        }
    }

    private void look() {
        Optional<Painting> hanging;
        boolean stuckCall;
        synchronized (this) {
            watching = false;
            hanging = running.filter(Painting::hangs);
            stuckCall = !closed && running.isEmpty() && queue.pendingFor(limits.hung());
        }
        if (hanging.isPresent()) {
            replaceWorker(hanging.get());
        } else if (stuckCall && turns.heldFor(limits.hung()) && shared.giveUpThread()) {
            LOG.log(Level.WARNING, "A call to a book does not end; the book is opened anew");
            turns.abandon(shared::threadEnded);
            pages.abandon();
        }
        watch();
    }

    private void replaceWorker(Painting hanging) {
        int page = hanging.request().page();
        if (!shared.giveUpThread()) {
            refuse();
            return;
        }
        Optional<PagePicture> drawn = hanging.copy().map(picture -> picture.as(Quality.PARTIAL));
        ClientException failure = new ClientException("TOO_COSTLY", "The page takes too long to paint");
        boolean waited;
        synchronized (this) {
            if (running.filter(now -> now == hanging).isEmpty()) {
                shared.threadEnded(); // it has come back at the last moment
                return;
            }
            LOG.log(Level.WARNING, "Page {0} is stuck; its thread is given up", page + 1);
            turns.abandon(shared::threadEnded);
            hanging.cancel();
            running = Optional.empty();
            worker.ifPresent(thread -> thread.setName("netreader-pages-stuck"));
            waited = queue.failed(hanging.request(), failure);
            worker = Optional.empty();
            if (!closed) {
                drawn.ifPresent(kept::put);
                pages.abandon();
                startWorker();
            }
        }
        if (waited) {
            drawn.ifPresentOrElse(listeners::painted, () -> listeners.failed(page, failure));
        }
    }

    /** The thread that is stuck stays the only one of the book; should it come back, it goes on. */
    private void refuse() {
        List<Integer> waiting;
        synchronized (this) {
            waiting = closed ? List.of() : queue.giveUp();
        }
        ClientException failure = new ClientException(
                ClientException.STUCK, "Painting got stuck too often; start NetReader again to read this book");
        waiting.forEach(page -> listeners.failed(page, failure));
    }

    /** Stops painting; does not wait for it. */
    public void close() {
        synchronized (this) {
            closed = true;
            running.ifPresent(Painting::cancel);
            kept.clear();
            notifyAll();
        }
        turns.changed();
    }
}
