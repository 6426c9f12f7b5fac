package netreader.client.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import netreader.client.ClientException;
import netreader.client.Connectivity;
import netreader.client.Connectivity.State;
import netreader.client.ServerAddress;
import netreader.protocol.Event;
import netreader.protocol.Request;
import netreader.transport.Connector;

/**
 * Keeps the reader connected and up to date, on a thread of its own: connects, tries again with growing pauses, fetches
 * what has changed on the shelf, and tells the server where books were left.
 */
final class ServerLoop implements AutoCloseable {
    private static final Logger LOG = System.getLogger(ServerLoop.class.getName());
    private static final long FIRST_PAUSE_MILLIS = 250;
    private static final long LONGEST_PAUSE_MILLIS = 3000;
    private static final long PLACES_MILLIS = 1000;
    private static final long GOODBYE_MILLIS = 2000;
    private static final Duration LINK_LIMIT = Duration.ofSeconds(6);

    private final Connector connector;
    private final ServerAddress server;
    private final ReaderStore store;
    private final Knowledge knowledge;
    private final Exchange exchange;
    private final String reader;
    private final String software;
    private final Consumer<Connectivity> connectivityChanged;
    private final Runnable shelfChanged;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread = new Thread(this::run, "netreader-server-loop");

    private Connectivity connectivity = new Connectivity(State.CONNECTING, Optional.empty());
    private Optional<ServerLink> link = Optional.empty();
    private long announcedRevision;
    private boolean stopped;
    private boolean hurried;
    private long failedAttempts;

    ServerLoop(
            Connector connector,
            ServerAddress server,
            ReaderStore store,
            Knowledge knowledge,
            String reader,
            String software,
            Consumer<Connectivity> connectivityChanged,
            Runnable shelfChanged) {
        this.connector = connector;
        this.server = server;
        this.store = store;
        this.knowledge = knowledge;
        this.reader = reader;
        this.software = software;
        this.connectivityChanged = connectivityChanged;
        this.shelfChanged = shelfChanged;
        this.exchange = new Exchange(knowledge, shelfChanged);
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

    /**
     * The connection for turning pages. If it was lost, the next attempt is made at once and waited for.
     *
     * @throws ClientException why there is none
     */
    ServerLink link() throws ClientException {
        lock.lock();
        try {
            if (link.isEmpty() || link.get().isLost()) {
                long attempts = failedAttempts;
                hurried = true; // a pause between two attempts ends
                changed.signalAll();
                await(LINK_LIMIT, () -> connected() || failedAttempts > attempts);
            }
            if (connected()) {
                return link.orElseThrow();
            }
            throw problem("The server " + server + " has not been reached yet");
        } finally {
            lock.unlock();
        }
    }

    private boolean connected() {
        return link.isPresent() && !link.get().isLost();
    }

    private ClientException problem(String otherwise) {
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
            Thread.currentThread().interrupt();
            throw new ClientException("CANCELLED", "The wait was interrupted", e);
        }
    }

    /** A connection of its own, for what takes long; the caller closes it. */
    ServerLink openBulkLink() throws ClientException {
        return ServerLink.open(connector, server, hello(), event -> {});
    }

    /** Waits until the shelf is here; throws as soon as an attempt has failed. */
    void awaitConnected(Duration limit) throws ClientException {
        lock.lock();
        try {
            await(limit, () -> connectivity.state() != State.CONNECTING);
            if (connectivity.state() != State.CONNECTED) {
                throw problem("The server " + server + " did not answer in time");
            }
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        knowledge.recall(store.load(server.toString()));
        shelfChanged.run();
        long pause = FIRST_PAUSE_MILLIS;
        try {
            while (!isStopped()) {
                ClientException reason;
                boolean reached = false;
                beginAttempt();
                try (ServerLink open = ServerLink.open(connector, server, hello(), this::hear)) {
                    reached = true;
                    pause = FIRST_PAUSE_MILLIS;
                    reason = serve(open);
                } catch (ClientException e) {
                    reason = e;
                } catch (RuntimeException e) { // whatever a server says, the reader goes on trying
                    LOG.log(Level.ERROR, "The connection to the server failed", e);
                    reason = new ClientException(
                            ClientException.CONNECTION_LOST, "The connection to the server was lost: " + e, e);
                }
                if (isStopped()) {
                    break;
                }
                countAttempt(reached);
                set(new Connectivity(State.WAITING, Optional.of(reason)), Optional.empty());
                LOG.log(Level.INFO, "{0}; trying again", reason.getMessage());
                pauseFor(pause + ThreadLocalRandom.current().nextLong(pause / 2));
                pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            LOG.log(Level.DEBUG, "The server loop was interrupted");
        }
        set(new Connectivity(State.CLOSED, Optional.empty()), Optional.empty());
    }

    /** Returns why the connection has ended. */
    private ClientException serve(ServerLink open) throws ClientException, InterruptedException {
        var unused = open.lost().thenRun(this::wake);
        knowledge.meet(server.toString(), open.hello().catalogue(), open.hello().revision());
        exchange.update(open);
        set(new Connectivity(State.CONNECTED, Optional.empty()), Optional.of(open));
        while (!open.isLost()) {
            boolean stopping = isStopped();
            exchange.tellPlaces(open);
            if (stopping) {
                return new ClientException(ClientException.CONNECTION_LOST, "The reader ends");
            }
            if (takeAnnouncement(open)) {
                exchange.update(open);
            }
        }
        return open.lost().join();
    }

    private void beginAttempt() {
        lock.lock();
        try {
            hurried = false;
            announcedRevision = 0; // the connection may lead to another catalogue, whose revisions are lower
        } finally {
            lock.unlock();
        }
    }

    /** A connection that was there and ended is no failed attempt: who waits for the next one still waits. */
    private void countAttempt(boolean reached) {
        lock.lock();
        try {
            failedAttempts += reached ? 0 : 1;
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

    private Request.Hello hello() {
        return new Request.Hello(Request.PROTOCOL, reader, store.device(), software);
    }

    private boolean isStopped() {
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

    private void pauseFor(long millis) throws InterruptedException {
        lock.lock();
        try {
            long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
            while (!stopped && !hurried && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            hurried = false;
        } finally {
            lock.unlock();
        }
    }

    /** Tells the server the last places, if it can be reached, and ends the connection in an orderly way. */
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
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
