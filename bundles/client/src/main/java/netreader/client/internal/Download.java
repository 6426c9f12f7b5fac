package netreader.client.internal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import netreader.client.ClientException;
import netreader.client.Progress;
import netreader.client.ShelfBook;
import netreader.format.Work;
import netreader.protocol.ErrorCode;
import netreader.protocol.Reply;
import netreader.protocol.Request;

/**
 * Fetches one book's file in order, several blocks under way at once, on a connection of its own. Goes on where an
 * earlier transfer stopped, tries again when the server goes away for a while, and checks the digest at the end.
 */
final class Download {
    private static final Logger LOG = System.getLogger(Download.class.getName());
    private static final int BLOCK_BYTES = 256 * 1024;
    private static final int BLOCKS_UNDER_WAY = 4;
    /** How often is looked whether the transfer is still wanted. */
    private static final Duration LOOK = Duration.ofMillis(100);

    private static final long PROGRESS_NANOS = 100_000_000;

    /** It may be back soon. */
    private static final Set<String> AWAY = Set.of(
            ClientException.UNREACHABLE,
            ClientException.CONNECTION_LOST,
            ErrorCode.TIMEOUT.name(),
            ErrorCode.BUSY.name(),
            ErrorCode.STOPPING.name());

    /** @param end where in the file it ends */
    private record Block(long end, ServerLink.Pending<Reply.Read> answer) {}

    private final ServerLoop server;
    private final ShelfBook book;
    private final String sha256;
    private final Progress progress;
    private final Work work;
    private long nextReport = System.nanoTime();

    Download(ServerLoop server, ShelfBook book, String sha256, Progress progress, Work work) {
        this.server = server;
        this.book = book;
        this.sha256 = sha256;
        this.progress = progress;
        this.work = work;
    }

    /** Fetches into {@code unfinished} and moves it to {@code file} when it is whole and right. */
    void run(Path unfinished, Path file) throws ClientException {
        long began = System.nanoTime();
        try (FileChannel channel = FileChannel.open(
                unfinished, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (channel.size() > book.bytes()) {
                channel.truncate(0);
            }
            long resumedAt = channel.size();
            fetchAll(channel);
            if (!digest(channel).equals(sha256) && resumedAt > 0) {
                // What was there before may be at fault: once more from the start.
                LOG.log(Level.WARNING, "The resumed copy of {0} is wrong and is fetched anew", book.name());
                channel.truncate(0);
                fetchAll(channel);
            }
            if (!digest(channel).equals(sha256)) {
                channel.truncate(0);
                throw new ClientException(
                        ClientException.DIGEST_MISMATCH,
                        "What was received of " + book.name() + " is not what the server holds");
            }
            channel.force(true);
            double seconds = (System.nanoTime() - began) / 1e9;
            LOG.log(
                    Level.INFO,
                    "Received {0}: {1} bytes, of them {2} before, in {3} s",
                    book.name(),
                    Long.toString(book.bytes()),
                    Long.toString(resumedAt),
                    String.format("%.3f", seconds));
        } catch (ClosedByInterruptException e) {
            throw Deadline.interrupted(e);
        } catch (IOException e) {
            throw new ClientException(
                    ClientException.LOCAL_IO, "The copy on this computer could not be written: " + e.getMessage(), e);
        }
        try {
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ClientException(
                    ClientException.LOCAL_IO, "The copy could not be put in its place: " + e.getMessage(), e);
        }
    }

    private void fetchAll(FileChannel channel) throws ClientException, IOException {
        Backoff backoff = new Backoff(server.patience());
        Deadline deadline = Deadline.in(server.patience().resume());
        while (channel.size() < book.bytes()) {
            requireWanted();
            long before = channel.size();
            try (ServerLink link = server.openBulkLink();
                    FileTail tail = new FileTail(channel, book.bytes())) {
                fetch(link, tail);
            } catch (ClientException e) {
                if (channel.size() > before) {
                    backoff.reset();
                    deadline = Deadline.in(server.patience().resume());
                }
                if (!AWAY.contains(e.code()) || deadline.isOver()) {
                    throw e;
                }
                LOG.log(Level.INFO, "{0}; the transfer of {1} goes on soon", e.getMessage(), book.name());
                pause(backoff.pause());
            }
        }
        report(channel.size(), true);
    }

    private void fetch(ServerLink link, FileTail tail) throws ClientException, IOException {
        Deque<Block> underWay = new ArrayDeque<>();
        long asked = tail.end();
        try {
            while (asked < book.bytes() || !underWay.isEmpty()) {
                while (asked < book.bytes() && underWay.size() < BLOCKS_UNDER_WAY) {
                    underWay.add(new Block(
                            Math.min(asked + BLOCK_BYTES, book.bytes()),
                            link.send(
                                    new Request.Read(book.id(), book.version(), asked, BLOCK_BYTES),
                                    Deadline.in(server.patience().answer()),
                                    Optional.of(tail))));
                    asked += BLOCK_BYTES;
                }
                await(underWay.remove(), tail);
            }
        } catch (ClientException e) {
            tail.check(); // the link ends also when this computer cannot write
            throw e;
        }
    }

    /** However slow the connection is; the link ends by itself when nothing comes at all. */
    private void await(Block block, FileTail tail) throws ClientException {
        requireWanted();
        while (!block.answer().arrives(LOOK)) {
            requireWanted();
            report(tail.end(), false);
        }
        var unused = block.answer().await(Deadline.in(Duration.ZERO));
        if (tail.end() < block.end()) {
            throw new ClientException("CHANGED", book.name() + " has become shorter on the server");
        }
        report(tail.end(), false);
    }

    private void requireWanted() throws ClientException {
        if (work.cancelled() || server.isStopped()) {
            throw new ClientException("CANCELLED", "The transfer of " + book.name() + " was cancelled");
        }
    }

    private void report(long received, boolean last) {
        long now = System.nanoTime();
        if (last || now - nextReport >= 0) {
            nextReport = now + PROGRESS_NANOS;
            progress.transferred(received, book.bytes());
        }
    }

    private void pause(Duration duration) throws ClientException {
        Deadline end = Deadline.in(duration);
        try {
            while (!end.isOver()) {
                requireWanted();
                Thread.sleep(Math.min(LOOK.toMillis(), end.left().toMillis() + 1));
            }
        } catch (InterruptedException e) {
            throw Deadline.interrupted(e);
        }
    }

    private static String digest(FileChannel channel) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            ByteBuffer buffer = ByteBuffer.allocate(BLOCK_BYTES);
            long at = 0;
            for (int n = channel.read(buffer, at); n >= 0; n = channel.read(buffer, at)) {
                at += n;
                digest.update(buffer.flip());
                buffer.clear();
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
