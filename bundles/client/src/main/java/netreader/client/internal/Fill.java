package netreader.client.internal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import netreader.client.ClientException;
import netreader.client.internal.store.Copies;
import netreader.client.internal.store.CopyFile;

/**
 * Completes one copy on a thread and a connection of its own: block after block from where the book is being read, but
 * only while nobody waits for a page; goes on when the server comes back; checks the digest at the end.
 */
final class Fill {
    private static final Logger LOG = System.getLogger(Fill.class.getName());
    private static final int BLOCKS_A_RUN = 2;
    /** What is under way when somebody turns a page must not keep him waiting. */
    private static final double SECONDS_UNDER_WAY = 0.1;

    private static final long LEAST_UNDER_WAY = 2L * CopyFile.BLOCK;
    private static final long MOST_UNDER_WAY = 4L << 20;
    private static final Duration LOOK = Duration.ofMillis(100);
    /** The disk may have room again, or the server the book. */
    private static final Duration AGAIN = Duration.ofSeconds(20);

    private static final long NEVER = 0;
    private static final long STOP_MILLIS = 1000;

    private final ServerLoop server;
    private final String name;
    private final String sha256;
    private final CopyFile file;
    private final BlockFetcher fetcher;
    private final Copies copies;
    private final Demand demand;
    private final Runnable whole;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Optional<Thread> thread = Optional.empty();
    private Optional<ClientException> failure = Optional.empty();
    /** By {@link System#nanoTime()}. */
    private volatile long failedAt = NEVER;

    /** How many callers wait for all of it, so that it is worth more than what is read ahead. */
    private int wanted;

    private boolean stopped;
    private double bytesPerSecond = LEAST_UNDER_WAY / SECONDS_UNDER_WAY;
    private boolean startedAnew;

    /** @param whole hears that the copy is whole */
    Fill(
            ServerLoop server,
            String name,
            String sha256,
            CopyFile file,
            BlockFetcher fetcher,
            Copies copies,
            Demand demand,
            Runnable whole) {
        this.server = server;
        this.name = name;
        this.sha256 = sha256;
        this.file = file;
        this.fetcher = fetcher;
        this.copies = copies;
        this.demand = demand;
        this.whole = whole;
    }

    boolean isWhole() {
        return copies.state(sha256).map(Copies.State::whole).orElse(false);
    }

    /** Looks whether a copy that was whole still is; reads all of it. */
    void check() throws ClientException {
        try {
            if (isWhole() && file.dropDamaged() > 0) {
                copies.setWhole(sha256, false);
            }
        } catch (IOException e) {
            throw diskFailed(e);
        }
    }

    /** Begins, unless it has begun or there is nothing to do. */
    void start() {
        lock.lock();
        try {
            if (stopped || thread.isPresent() || isWhole()) {
                return;
            }
            failure = Optional.empty();
            failedAt = NEVER;
            Thread started = new Thread(this::run, "netreader-fill");
            started.setDaemon(true);
            thread = Optional.of(started);
            started.start();
        } finally {
            lock.unlock();
        }
    }

    /** The copy is being read: tries again what has failed some time ago. */
    void goOn() {
        long at = failedAt;
        if (at != NEVER && System.nanoTime() - at > AGAIN.toNanos()) {
            start();
        }
    }

    /**
     * Waits a little for the whole copy, for which it is worth trying as long as anybody asks.
     *
     * @throws ClientException why it cannot be completed
     */
    boolean await(Duration limit) throws ClientException {
        long nanos = limit.toNanos();
        lock.lock();
        try {
            wanted++;
            if (stopped) {
                throw cancelled();
            }
            start();
            while (thread.isPresent() && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            if (failure.isPresent()) {
                throw failure.get();
            }
            return thread.isEmpty() && isWhole();
        } catch (InterruptedException e) {
            throw Deadline.interrupted(e);
        } finally {
            wanted--;
            lock.unlock();
        }
    }

    /** Waits until the copy is whole, or will not be, or is not to be kept any more; does not make it more urgent. */
    void awaitEndOfKept() throws ClientException {
        lock.lock();
        try {
            while (thread.isPresent() && kept()) {
                var unused = changed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            throw Deadline.interrupted(e);
        } finally {
            lock.unlock();
        }
    }

    private boolean isStopped() {
        lock.lock();
        try {
            return stopped;
        } finally {
            lock.unlock();
        }
    }

    private boolean isWanted() {
        lock.lock();
        try {
            return wanted > 0;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        Optional<ClientException> ended = Optional.empty();
        try {
            complete();
        } catch (ClientException e) {
            ended = Optional.of(e);
        } catch (InterruptedException e) {
            ended = Optional.of(Deadline.interrupted(e));
        } catch (IOException e) {
            ended = Optional.of(isStopped() ? cancelled() : diskFailed(e));
        } catch (RuntimeException | Error e) { // nobody is to wait for a thread that has ended
            LOG.log(Level.ERROR, "The transfer of " + name + " failed", e);
            ended = Optional.of(new ClientException(ClientException.LOCAL_IO, "The transfer failed: " + e, e));
        }
        ended.filter(e -> !isStopped()).ifPresent(e -> LOG.log(Level.INFO, "{0} is not complete: {1}", name, e));
        lock.lock();
        try {
            failure = ended;
            failedAt = ended.isPresent() ? System.nanoTime() | 1 : NEVER;
            thread = Optional.empty();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private ClientException diskFailed(IOException e) {
        return Disk.failure(name, file.path(), e);
    }

    private void complete() throws ClientException, InterruptedException, IOException {
        long began = System.nanoTime();
        long before = file.bytesHere();
        while (true) {
            fetchAll();
            if (file.digest().equals(sha256)) {
                break;
            }
            repair();
        }
        copies.setWhole(sha256, true);
        LOG.log(
                Level.INFO,
                "Received {0}: {1} bytes, of them {2} before, in {3} s",
                name,
                Long.toString(file.size()),
                Long.toString(before),
                String.format("%.3f", (System.nanoTime() - began) / 1e9));
        whole.run();
    }

    /** Drops the blocks that are not what was received; if all are, what was received is in doubt. */
    private void repair() throws ClientException, IOException {
        int damaged = file.dropDamaged();
        if (damaged > 0) {
            LOG.log(Level.WARNING, "{0} blocks of the copy of {1} are damaged and are fetched anew", damaged, name);
            return;
        }
        file.dropAll();
        copies.startAnew(sha256);
        if (startedAnew) {
            throw new ClientException(
                    ClientException.DIGEST_MISMATCH, "What was received of " + name + " is not what the server holds");
        }
        startedAnew = true;
        LOG.log(Level.WARNING, "The copy of {0} is wrong and is fetched anew", name);
    }

    private void fetchAll() throws ClientException, InterruptedException {
        Backoff backoff = new Backoff(server.patience());
        Deadline deadline = Deadline.in(server.patience().resume());
        while (!file.complete()) {
            requireGoingOn();
            long before = file.bytesHere();
            try (ServerLink link = server.openBulkLink()) {
                fetchAll(link);
            } catch (ClientException e) {
                if (file.bytesHere() > before) {
                    backoff.reset();
                    deadline = Deadline.in(server.patience().resume());
                }
                // Who waits is told in the end; for who reads on, it is tried until the book is closed.
                if (!BlockFetcher.mayComeBack(e) || (isWanted() && deadline.isOver())) {
                    throw e;
                }
                LOG.log(Level.INFO, "{0}; the transfer of {1} goes on soon", e.getMessage(), name);
                pause(backoff.pause());
            }
        }
    }

    private void fetchAll(ServerLink link) throws ClientException, InterruptedException {
        Deque<BlockFetcher.Run> underWay = new ArrayDeque<>();
        long bytesUnderWay = 0;
        long lastEnd = System.nanoTime();
        int next = fetcher.lastRead();
        while (!file.complete()) {
            requireGoingOn();
            List<BlockFetcher.Run> claimed = List.of();
            if (bytesUnderWay < bytesPerSecond * SECONDS_UNDER_WAY && mayAsk()) {
                next = nextMissing(next);
                claimed = fetcher.claim(next, next + BLOCKS_A_RUN, BLOCKS_A_RUN);
                next += BLOCKS_A_RUN;
            }
            for (BlockFetcher.Run run : claimed) {
                lastEnd = underWay.isEmpty() ? System.nanoTime() : lastEnd;
                underWay.add(run);
                bytesUnderWay += run.bytes();
                fetcher.send(run, link);
            }
            boolean full = bytesUnderWay >= bytesPerSecond * SECONDS_UNDER_WAY || claimed.isEmpty();
            if (full && !underWay.isEmpty()) {
                BlockFetcher.Run oldest = underWay.element();
                if (await(oldest)) {
                    underWay.remove();
                    bytesUnderWay -= oldest.bytes();
                    measure(oldest.bytes(), System.nanoTime() - lastEnd);
                    lastEnd = System.nanoTime();
                }
            } else if (claimed.isEmpty()) {
                Thread.sleep(LOOK.toMillis() / 5); // readers have asked for what is left
            }
        }
    }

    /** The first block that is missing behind one, or else before it. */
    private int nextMissing(int from) {
        int block = file.nextMissing(Math.min(from, file.blocks()));
        return block < file.blocks() ? block : file.nextMissing(0);
    }

    private boolean await(BlockFetcher.Run run) throws ClientException, InterruptedException {
        try {
            return run.await(LOOK);
        } catch (ClientException e) {
            if (fetcher.lookElsewhere(run, e)) {
                return true;
            }
            throw e;
        }
    }

    /** As much is asked for as arrives in a moment, so that the network is busy and a page is not late. */
    private void measure(long bytes, long nanos) {
        double now = bytes * 1e9 / Math.max(1, nanos);
        double mean = 0.7 * bytesPerSecond + 0.3 * now;
        bytesPerSecond =
                Math.max(LEAST_UNDER_WAY / SECONDS_UNDER_WAY, Math.min(mean, MOST_UNDER_WAY / SECONDS_UNDER_WAY));
    }

    private boolean mayAsk() throws InterruptedException, ClientException {
        if (!demand.awaitRest(LOOK)) {
            return false;
        }
        boolean room = copies.makeRoom(CopyFile.BLOCK * (long) BLOCKS_A_RUN);
        if (!room && !isWanted() && !kept()) {
            throw new ClientException(
                    ClientException.LOCAL_IO, "The copies on this computer take as much room as they may");
        }
        return true;
    }

    private boolean kept() {
        return copies.state(sha256).map(Copies.State::kept).orElse(false);
    }

    private void requireGoingOn() throws ClientException {
        if (isStopped() || server.isStopped()) {
            throw cancelled();
        }
    }

    private ClientException cancelled() {
        return new ClientException("CANCELLED", "The transfer of " + name + " was cancelled");
    }

    private void pause(Duration duration) throws ClientException, InterruptedException {
        Deadline end = Deadline.in(duration);
        while (!end.isOver()) {
            requireGoingOn();
            Thread.sleep(Math.min(LOOK.toMillis(), end.left().toMillis() + 1));
        }
    }

    /** Stops for good, and waits a little until the thread has ended. */
    void stop() {
        Optional<Thread> running;
        lock.lock();
        try {
            stopped = true;
            running = thread;
        } finally {
            lock.unlock();
        }
        try {
            if (running.isPresent()) {
                running.get().join(STOP_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
