package netreader.client.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import netreader.client.ClientException;
import netreader.client.ShelfBook;
import netreader.client.Transferred;
import netreader.client.internal.store.CopyFile;
import netreader.format.Work;
import netreader.protocol.ErrorCode;
import netreader.protocol.ProtocolException;
import netreader.protocol.Request;

/**
 * Brings missing blocks of one copy, each once: what is under way is waited for. Any thread; several blocks are asked
 * for at once, since a round trip may take as long as many blocks.
 */
final class BlockFetcher {
    /** As many blocks are asked for in one request at most: 1 MB. */
    private static final int LONGEST_RUN = 16;

    /** As many blocks are asked for beyond what is read at most, when one is read after the other. */
    private static final int FURTHEST_AHEAD = 8;

    /** While as many blocks are under way, hints are left out: on a slow line a newer page would wait behind them. */
    private static final int MOST_UNDER_WAY = 64;

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(20);

    /** A reader who gives up a little later spares the format a failure in the midst of its work. */
    private static final Duration GRACE = Duration.ofMillis(250);

    /** It may be back soon. */
    private static final Set<String> AWAY = Set.of(
            ClientException.UNREACHABLE,
            ClientException.CONNECTION_LOST,
            ErrorCode.TIMEOUT.name(),
            ErrorCode.BUSY.name(),
            ErrorCode.STOPPING.name());

    private static final Set<String> NOT_THERE = Set.of(ErrorCode.CHANGED.name(), ErrorCode.NOT_FOUND.name());

    /** Neighbouring blocks in one request. */
    final class Run implements ServerLink.BodySink {
        private final int first;
        private final int end;
        private final ShelfBook book = origin.book();
        private long position;
        private Optional<IOException> disk = Optional.empty();
        private Optional<ClientException> failure = Optional.empty();
        private boolean done;

        private Run(int first, int end) {
            this.first = first;
            this.end = end;
            this.position = file.missingFrom(first);
        }

        private long endOfBytes() {
            return Math.min((long) end * CopyFile.BLOCK, file.size());
        }

        long bytes() {
            return endOfBytes() - (long) first * CopyFile.BLOCK;
        }

        /** On the connection's thread, which a disk that fails must not end. */
        @Override
        public void take(ByteBuffer part) throws IOException {
            int n = part.remaining();
            if (position + n > endOfBytes()) {
                throw new ProtocolException(ErrorCode.TOO_LARGE, "The server sends more than it was asked for");
            }
            bytes.addAndGet(n);
            if (disk.isEmpty()) {
                try {
                    file.write(position, part);
                } catch (IOException e) {
                    disk = Optional.of(e);
                }
            }
            boolean complete = position / CopyFile.BLOCK != (position + n) / CopyFile.BLOCK;
            position += n;
            if (complete || position == file.size()) {
                wake();
            }
        }

        private void finish(Optional<ClientException> failed) {
            lock.lock();
            try {
                failure = failed.or(this::ownFailure);
                done = true;
                for (int block = first; block < end; block++) {
                    underWay.remove(block, this);
                }
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }

        private Optional<ClientException> ownFailure() {
            if (disk.isPresent()) {
                return Optional.of(Disk.failure(book.name(), file.path(), disk.get()));
            }
            return position < endOfBytes() ? Optional.of(shorter()) : Optional.empty();
        }

        private ClientException shorter() {
            return new ClientException("CHANGED", book.name() + " has become shorter on the server");
        }

        /** Waits a little; returns whether all has come. */
        boolean await(Duration limit) throws ClientException, InterruptedException {
            long nanos = limit.toNanos();
            lock.lock();
            try {
                while (!done && nanos > 0) {
                    nanos = changed.awaitNanos(nanos);
                }
                if (failure.isPresent()) {
                    throw failure.get();
                }
                return done;
            } finally {
                lock.unlock();
            }
        }
    }

    private final ServerLoop server;
    private final CopyFile file;
    private final Origin origin;
    private final Demand demand;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Integer, Run> underWay = new HashMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong blocks = new AtomicLong();
    private final AtomicLong requests = new AtomicLong();
    private int lastRead = -2;
    private int ahead;
    private boolean closed;

    BlockFetcher(ServerLoop server, CopyFile file, Origin origin, Demand demand) {
        this.server = server;
        this.file = file;
        this.origin = origin;
        this.demand = demand;
    }

    static boolean mayComeBack(ClientException e) {
        return AWAY.contains(e.code());
    }

    /** What came over the network so far. */
    Transferred transferred() {
        return new Transferred(bytes.get(), blocks.get(), requests.get());
    }

    /** Where the book was read last: what follows may be wanted next. */
    int lastRead() {
        lock.lock();
        try {
            return Math.max(0, lastRead);
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

    /**
     * Reads, and waits for what is missing.
     *
     * @return the number of bytes, at least one; -1 at the end of the file
     * @throws Unavailable why it cannot be had
     */
    int read(long at, ByteBuffer to, Work work) throws IOException {
        while (true) {
            int n = file.read(at, to);
            if (n != 0 || !to.hasRemaining()) {
                return n;
            }
            int first = (int) (at / CopyFile.BLOCK);
            int last = (int) ((Math.min(at + to.remaining(), file.size()) - 1) / CopyFile.BLOCK);
            demand.begin();
            try {
                bring(first, last, work);
            } catch (ClientException e) {
                throw new Unavailable(e);
            } finally {
                demand.end();
            }
        }
    }

    /** Asks for what will be read soon, unless much is under way. */
    void prefetch(long at, long length) {
        if (length <= 0 || at < 0 || at >= file.size()) {
            return;
        }
        int first = (int) (at / CopyFile.BLOCK);
        int last = (int) ((Math.min(at + Math.min(length, file.size()), file.size()) - 1) / CopyFile.BLOCK);
        sendAll(claim(first, Math.min(last + 1, first + MOST_UNDER_WAY - blocksUnderWay()), LONGEST_RUN));
    }

    private int blocksUnderWay() {
        lock.lock();
        try {
            return underWay.size();
        } finally {
            lock.unlock();
        }
    }

    /** Over the connection for turning pages; where there is none, that is waited for once and not for each request. */
    private void sendAll(List<Run> runs) {
        if (runs.isEmpty()) {
            return;
        }
        try {
            ServerLink link = server.link(Deadline.in(server.patience().answer()));
            runs.forEach(run -> send(run, link));
        } catch (ClientException e) {
            runs.forEach(run -> run.finish(Optional.of(e)));
        }
    }

    /** Waits until the first of the blocks is here, and asks for the others too. */
    private void bring(int first, int last, Work work) throws ClientException {
        Backoff backoff = new Backoff(server.patience());
        Deadline deadline = Deadline.in(server.patience().answer());
        int end = Math.min(file.blocks(), last + 1 + readAhead(first, last));
        while (!file.has(first)) {
            requireOpen();
            Optional<Run> run = ask(first, end);
            try {
                if (run.isPresent()) {
                    await(run.get(), first, work);
                }
            } catch (ClientException e) {
                if (lookElsewhere(run.orElseThrow(), e)) {
                    backoff.reset();
                } else if (!mayComeBack(e) || deadline.isOver()) {
                    throw e;
                } else {
                    pause(backoff.pause(), work);
                }
            }
        }
    }

    private void requireOpen() throws ClientException {
        lock.lock();
        try {
            if (closed) {
                throw new ClientException("CANCELLED", "The book was closed");
            }
        } finally {
            lock.unlock();
        }
    }

    /** Asks for what nobody has asked for; returns the request that brings the first block. */
    private Optional<Run> ask(int first, int end) {
        List<Run> own = claim(first, end, LONGEST_RUN);
        sendAll(own);
        if (!own.isEmpty() && own.get(0).first == first) {
            return Optional.of(own.get(0));
        }
        lock.lock();
        try {
            return Optional.ofNullable(underWay.get(first));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Whether the failure says that the book has gone from where it was, and its contents lie elsewhere.
     *
     * @throws ClientException CHANGED if they do not
     */
    boolean lookElsewhere(Run run, ClientException failure) throws ClientException {
        if (!NOT_THERE.contains(failure.code())) {
            return false;
        }
        origin.lost(run.book, file.bytesHere());
        return true;
    }

    /** Twice as far each time that the reader comes to the end of what was asked for. */
    private int readAhead(int first, int last) {
        lock.lock();
        try {
            if (first == lastRead + 1) {
                ahead = Math.min(Math.max(1, ahead * 2), FURTHEST_AHEAD);
            } else if (first > lastRead || first < lastRead - ahead) {
                ahead = 0;
            } else {
                return 0; // it is under way
            }
            lastRead = last + ahead;
            return ahead;
        } finally {
            lock.unlock();
        }
    }

    /** Takes the missing blocks that nobody has asked for. */
    List<Run> claim(int first, int end, int longest) {
        List<Run> runs = new ArrayList<>();
        lock.lock();
        try {
            int block = first;
            while (block < Math.min(end, file.blocks())) {
                int from = block;
                while (block < end && block - from < longest && isWanted(block)) {
                    block++;
                }
                if (block > from) {
                    Run run = new Run(from, block);
                    for (int each = from; each < block; each++) {
                        underWay.put(each, run);
                    }
                    runs.add(run);
                } else {
                    block++;
                }
            }
        } finally {
            lock.unlock();
        }
        return runs;
    }

    private boolean isWanted(int block) {
        return block < file.blocks() && !closed && !underWay.containsKey(block) && !file.has(block);
    }

    /** Asks for the blocks; how that ends is told to who waits for them. Not under the lock, which answers need. */
    void send(Run run, ServerLink link) {
        try {
            requests.incrementAndGet();
            blocks.addAndGet(run.end - run.first);
            long length = run.endOfBytes() - run.position;
            link.send(
                            new Request.Read(run.book.id(), run.book.version(), run.position, length),
                            Deadline.in(server.patience().answer()),
                            Optional.of(run))
                    .whenDone(run::finish);
        } catch (ClientException e) {
            run.finish(Optional.of(e));
        }
    }

    /** Waits until the block is here; throws if the request that was to bring it has failed. */
    private void await(Run run, int block, Work work) throws ClientException {
        long began = System.nanoTime();
        lock.lock();
        try {
            while (!file.has(block) && !run.done) {
                long waited = System.nanoTime() - began;
                if (closed || (work.cancelled() && waited > GRACE.toNanos())) {
                    throw new ClientException("CANCELLED", "The page is not wanted any more");
                }
                if (waited > LONGEST_WAIT.toNanos()) {
                    throw Deadline.timeout(); // something comes, but a line on which a block takes so long is of no use
                }
                var unused = changed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            }
            if (!file.has(block) && run.failure.isPresent()) {
                throw run.failure.get();
            }
        } catch (InterruptedException e) {
            throw Deadline.interrupted(e);
        } finally {
            lock.unlock();
        }
    }

    private void pause(Duration duration, Work work) throws ClientException {
        Deadline end = Deadline.in(duration);
        lock.lock();
        try {
            while (!end.isOver()) {
                if (closed || work.cancelled()) {
                    throw new ClientException("CANCELLED", "The page is not wanted any more");
                }
                var unused = changed.await(Math.min(LOOK.toNanos(), end.left().toNanos() + 1), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            throw Deadline.interrupted(e);
        } finally {
            lock.unlock();
        }
    }

    /** Who waits hears that the book was closed. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
