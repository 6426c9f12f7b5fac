package netreader.client.internal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
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
import netreader.client.Client;
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
    private static final int ATTEMPTS_WITHOUT_PROGRESS = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final long PROGRESS_NANOS = 100_000_000;

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
        int attempts = 0;
        while (channel.size() < book.bytes()) {
            long before = channel.size();
            try (ServerLink link = server.openBulkLink()) {
                fetch(link, channel);
            } catch (ClientException e) {
                boolean away = e.is(ClientException.UNREACHABLE)
                        || e.is(ClientException.CONNECTION_LOST)
                        || e.is(ErrorCode.TIMEOUT.name());
                attempts = channel.size() > before ? 0 : attempts + 1;
                if (!away || attempts > ATTEMPTS_WITHOUT_PROGRESS) {
                    throw e;
                }
                pause(FIRST_PAUSE.multipliedBy(1L << attempts));
            }
        }
        report(channel.size(), true);
    }

    private void fetch(ServerLink link, FileChannel channel) throws ClientException, IOException {
        Deque<ServerLink.Pending<Reply.Read>> underWay = new ArrayDeque<>();
        long asked = channel.size();
        long received = asked;
        while (received < book.bytes()) {
            requireWanted();
            // When the connection is lost, what has arrived is kept all the same.
            while (asked < book.bytes()
                    && underWay.size() < BLOCKS_UNDER_WAY
                    && (underWay.isEmpty() || !link.isLost())) {
                underWay.add(link.send(new Request.Read(book.id(), book.version(), asked, BLOCK_BYTES)));
                asked += BLOCK_BYTES;
            }
            ByteBuffer block =
                    ByteBuffer.wrap(underWay.remove().await(Client.CALL_TIMEOUT).body());
            if (!block.hasRemaining()) {
                throw new ClientException("CHANGED", book.name() + " has become shorter on the server");
            }
            while (block.hasRemaining()) {
                received += channel.write(block, received);
            }
            report(received, false);
        }
    }

    private void requireWanted() throws ClientException {
        if (work.cancelled()) {
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
        requireWanted();
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientException("CANCELLED", "The transfer was interrupted", e);
        }
        requireWanted();
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
