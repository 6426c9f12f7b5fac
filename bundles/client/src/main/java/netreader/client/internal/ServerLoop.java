package netreader.client.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import netreader.client.ClientException;
import netreader.client.Connectivity;
import netreader.client.Connectivity.State;
import netreader.client.ServerAddress;
import netreader.client.ShelfFetch;
import netreader.protocol.Event;
import netreader.protocol.Reply;
import netreader.protocol.Request;
import netreader.transport.Connector;

/**
 * Keeps the reader connected and up to date, on a thread of its own: connects, tries again with growing pauses, fetches
 * what has changed on the shelf, and tells the server where books were left.
 */
final class ServerLoop implements AutoCloseable {
    private static final Logger LOG = System.getLogger(ServerLoop.class.getName());
    private static final long PLACES_MILLIS = 1000;
    private static final long GOODBYE_MILLIS = 2000;
    private static final Duration LINK_LIMIT = Duration.ofSeconds(6);

    private final Links links;
    private final ServerAddress server;
    private final Patience patience;
    private final ReaderStore store;
    private final Knowledge knowledge;
    private final Exchange exchange;
    private final Supplier<Request.Hello> hello;
    private final Consumer<Connectivity> connectivityChanged;
    private final Runnable shelfChanged;
    private final Backoff backoff;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread = new Thread(this::run, "netreader-server-loop");

    private Connectivity connectivity = new Connectivity(State.CONNECTING, Optional.empty());
    private Optional<ServerLink> link = Optional.empty();
    private long announcedRevision;
    /** Whether all of the shelf has been fetched over the connection that there is. */
    private boolean shelfWhole;

    private boolean stopped;
    private boolean hurried;
    private long failedAttempts;

    /** @param hello makes the greeting, on the thread that connects */
    ServerLoop(
            Connector connector,
            ServerAddress server,
            Patience patience,
            ReaderStore store,
            Knowledge knowledge,
            Supplier<Request.Hello> hello,
            Consumer<Connectivity> connectivityChanged,
            Runnable shelfChanged) {
        this.links = new Links(connector, server, patience);
        this.server = server;
        this.patience = patience;
        this.store = store;
        this.knowledge = knowledge;
        this.hello = hello;
        this.connectivityChanged = connectivityChanged;
        this.shelfChanged = shelfChanged;
        this.exchange = new Exchange(knowledge, shelfChanged, patience);
        this.backoff = new Backoff(patience);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    Connectivity connectivity() {
        lock.lock();
        try {
            return connectivity;
        } finally {
            lock.unlock();
        }
    }

    Patience patience() {
        return patience;
    }

    /** Asks over the connection for turning pages; for this long at the most, with all that it takes. */
    <R extends Reply> ServerLink.Answer<R> ask(Request<R> request, Duration limit) throws ClientException {
        Deadline deadline = Deadline.in(limit);
        return link(deadline).call(request, deadline);
    }

    /**
     * The connection for turning pages. If it was lost, the next attempt is made at once and waited for.
     *
     * @throws ClientException why there is none
     */
    ServerLink link(Deadline deadline) throws ClientException {
        deadline.lock(lock);
        try {
            if (!connected()) {
                long attempts = failedAttempts;
                hurried = true; // a pause between two attempts ends
                changed.signalAll();
                await(shorter(deadline.left(), LINK_LIMIT), () -> connected() || failedAttempts > attempts);
            }
            if (connected()) {
                return link.orElseThrow();
            }
            throw problem("The server " + server + " has not been reached yet");
        } finally {
            lock.unlock();
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private boolean connected() {
        return link.isPresent() && !link.get().isLost();
    }

    private ClientException problem(String otherwise) {
        if (stopped) {
            return Links.closing();
        }
        return connectivity.problem().orElseGet(() -> new ClientException(ClientException.UNREACHABLE, otherwise));
    }

    /** Waits, holding the lock, until the condition holds, the loop has stopped or the time is over. */
    private void await(Duration limit, BooleanSupplier condition) throws ClientException {
        long nanos = limit.toNanos();
        try {
            while (!condition.getAsBoolean() && !stopped && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            throw Deadline.interrupted(e);
        }
    }

    /** A connection of its own, for what takes long; the caller closes it. */
    ServerLink openBulkLink() throws ClientException {
        return links.open(hello.get(), event -> {}).link();
    }

    /** Waits until the shelf is here; throws as soon as an attempt has failed. */
    void awaitConnected(Duration limit) throws ClientException {
        lock.lock();
        try {
            await(
                    limit,
                    () -> connectivity.state() == State.CONNECTED
                            ? shelfWhole
                            : connectivity.state() != State.CONNECTING);
            if (connectivity.state() != State.CONNECTED || !shelfWhole) {
                throw problem("The server " + server + " did not answer in time");
            }
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        knowledge.recall(store.load(server.toString()));
        shelfChanged.run();
        try {
            while (!isStopped()) {
                beginAttempt();
                ClientException reason = attempt();
                if (isStopped()) {
                    break;
                }
                countAttempt();
                set(new Connectivity(State.WAITING, Optional.of(reason)), Optional.empty());
                LOG.log(Level.INFO, "{0}; trying again", reason.getMessage());
                pauseFor(backoff.pause());
            }
        } catch (InterruptedException e) {
            LOG.log(Level.DEBUG, "The server loop was interrupted");
        }
        set(new Connectivity(State.CLOSED, Optional.empty()), Optional.empty());
    }

    /** Connects, and serves the connection while it lives. Returns why it has ended, or why there is none. */
    private ClientException attempt() throws InterruptedException {
        try {
            Links.Greeted open = links.open(hello.get(), this::hear);
            try (ServerLink greeted = open.link()) {
                return serve(greeted, open.hello());
            }
        } catch (ClientException e) {
            return e;
        } catch (RuntimeException e) { // whatever a server says, the reader goes on trying
            LOG.log(Level.ERROR, "The connection to the server failed", e);
            return new ClientException(
                    ClientException.CONNECTION_LOST, "The connection to the server was lost: " + e, e);
        }
    }

    /** Returns why the connection has ended. */
    private ClientException serve(ServerLink open, Reply.Hello hello) throws ClientException, InterruptedException {
        var unused = open.lost().thenRun(this::wake);
        knowledge.meet(server.toString(), hello.catalogue(), hello.revision());
        exchange.begin();
        boolean more = exchange.fetchPart(open);
        backoff.reset(); // not before: a server that says hello and nothing else is not asked more often for it
        set(new Connectivity(State.CONNECTED, Optional.empty()), Optional.of(open));
        if (more) {
            fetchRest(open);
        }
        shelfIsWhole();
        while (!open.isLost()) {
            boolean stopping = isStopped();
            exchange.tellPlaces(open);
            if (stopping) {
                return Links.closing();
            }
            if (takeAnnouncement(open) && exchange.fetchPart(open)) {
                fetchRest(open);
            }
        }
        return open.lost().join();
    }

    /** A large shelf takes a while, in which pages are turned and books are looked for on the connection for these. */
    private void fetchRest(ServerLink open) throws ClientException {
        try (ServerLink bulk = openBulkLink()) {
            exchange.learnTotal(bulk);
            boolean more = true;
            while (more && !open.isLost() && !isStopped()) {
                more = exchange.fetchPart(bulk);
                exchange.tellPlaces(open);
            }
        }
    }

    private void shelfIsWhole() {
        lock.lock();
        try {
            shelfWhole = link.filter(open -> !open.isLost()).isPresent();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How far the shelf has come, while more of it is being fetched. */
    Optional<ShelfFetch> fetching() {
        return exchange.fetching();
    }

    private void beginAttempt() {
        exchange.interrupted();
        lock.lock();
        try {
            hurried = false;
            shelfWhole = false;
            announcedRevision = 0; // the connection may lead to another catalogue, whose revisions are lower
        } finally {
            lock.unlock();
        }
    }

    /** A connection that was there and ended is no failed attempt: who waits for the next one still waits. */
    private void countAttempt() {
        lock.lock();
        try {
            failedAttempts += connectivity.state() == State.CONNECTED ? 0 : 1;
        } finally {
            lock.unlock();
        }
    }

    private void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void hear(Event event) {
        if (event instanceof Event.Shelf shelf) {
            lock.lock();
            try {
                announcedRevision = shelf.revision();
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** Waits for news, at most for as long as a place may wait for the server. */
    private boolean takeAnnouncement(ServerLink open) throws InterruptedException {
        lock.lock();
        try {
            long nanos = TimeUnit.MILLISECONDS.toNanos(PLACES_MILLIS);
            while (announcedRevision <= knowledge.revision() && !stopped && !open.isLost() && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            return announcedRevision > knowledge.revision();
        } finally {
            lock.unlock();
        }
    }

    boolean isStopped() {
        lock.lock();
        try {
            return stopped;
        } finally {
            lock.unlock();
        }
    }

    private void set(Connectivity newState, Optional<ServerLink> newLink) {
        lock.lock();
        try {
            connectivity = newState;
            link = newLink;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        connectivityChanged.accept(newState);
    }

    private void pauseFor(Duration pause) throws InterruptedException {
        lock.lock();
        try {
            long nanos = pause.toNanos();
            while (!stopped && !hurried && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            hurried = false;
        } finally {
            lock.unlock();
        }
    }

    /** Tells the server the last places, if it can be reached, and ends all connections. */
    @Override
    public void close() {
        lock.lock();
        try {
            stopped = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(GOODBYE_MILLIS);
            links.close();
            thread.interrupt(); // it may be connecting
            thread.join(GOODBYE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            links.close();
        }
    }
}
