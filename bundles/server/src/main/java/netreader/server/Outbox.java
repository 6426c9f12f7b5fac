package netreader.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import netreader.catalogue.BookFile;
import netreader.catalogue.Catalogue;
import netreader.protocol.Event;
import netreader.protocol.MessageCodec;
import netreader.protocol.Reply;
import netreader.transport.Connection;

/**
 * What goes out on a connection: replies, and between them the news that the shelf has changed. Of such news one at the
 * most waits: the latest.
 */
final class Outbox implements AutoCloseable {
    private static final Duration EVENT_LIMIT = Duration.ofSeconds(2);

    private final Connection connection;
    private final Duration stall;
    private final Catalogue catalogue;
    private final Executor announcer;
    private final ReentrantLock sending = new ReentrantLock();
    private Catalogue.Listening listening = () -> {};
    private final AtomicLong pendingRevision = new AtomicLong();

    /** @param stall the limit for each write of the connection */
    Outbox(Connection connection, Duration stall, Catalogue catalogue, Executor announcer) {
        this.announcer = announcer;
        this.connection = connection;
        this.stall = stall;
        this.catalogue = catalogue;
    }

    /** From now on the reader hears of each new revision of the shelf. */
    void announceRevisions() {
        listening = catalogue.listen(this::announce);
    }

    void send(long id, Reply reply) throws IOException {
        sending.lock();
        try {
            connection.write(MessageCodec.reply(id, reply, 0));
            sendPendingRevision();
        } finally {
            doneSending();
        }
    }

    void send(long id, Reply reply, ByteBuffer body) throws IOException {
        sending.lock();
        try {
            connection.write(MessageCodec.reply(id, reply, body.remaining()), body);
            sendPendingRevision();
        } finally {
            doneSending();
        }
    }

    void sendFile(long id, Reply reply, BookFile file, long at, long length) throws IOException {
        sending.lock();
        try {
            connection.write(MessageCodec.reply(id, reply, length));
            connection.sendFile(file.channel(), at, length);
            sendPendingRevision();
        } finally {
            doneSending();
        }
    }

    private void announce(long revision) {
        if (pendingRevision.getAndSet(revision) == 0) {
            announceSoon();
        }
    }

    private void announceSoon() {
        try {
            announcer.execute(this::announcePending);
        } catch (RejectedExecutionException e) {
            // The dialect is stopping, and its connections with it.
        }
    }

    /** News that came after the last look at them, while nobody else could send, would wait for the next reply. */
    private void doneSending() {
        sending.unlock();
        if (pendingRevision.get() > 0) {
            announceSoon();
        }
    }

    private void announcePending() {
        if (!sending.tryLock()) {
            return; // who sends at this moment sends the news as well
        }
        try {
            connection.limitWriting(EVENT_LIMIT); // the readers after this one wait meanwhile
            sendPendingRevision();
            connection.limitWriting(stall);
        } catch (IOException e) {
            // The thread that serves the connection finds out by itself.
        } finally {
            doneSending();
        }
    }

    private void sendPendingRevision() throws IOException {
        long revision = pendingRevision.getAndSet(0);
        if (revision > 0) {
            connection.write(MessageCodec.event(new Event.Shelf(revision)));
        }
    }

    @Override
    public void close() {
        listening.close();
    }
}
