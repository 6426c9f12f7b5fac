package netreader.client.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import netreader.client.ClientException;
import netreader.client.Contents;
import netreader.client.FlowingReading;
import netreader.client.SearchHits;
import netreader.client.ShelfBook;
import netreader.client.TextPage;
import netreader.protocol.MessageCodec;
import netreader.protocol.OutlineEntry;
import netreader.protocol.ProtocolException;
import netreader.protocol.Reply;
import netreader.protocol.Request;

/** A text that stays on the server. Opens itself again when the connection was lost or the text has changed. */
final class RemoteText implements FlowingReading {
    private static final String GONE = "NOT_FOUND";
    private static final String CHANGED = "CHANGED";
    /** The answer is not waited for; this is for a connection that takes nothing. */
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

    private final ShelfBook shelfBook;
    private final int pageBytes;
    private final ServerLoop server;
    private final UnaryOperator<ShelfBook> latest;
    private Opened opened;
    private volatile int pages;
    private final AtomicInteger edition = new AtomicInteger();
    private volatile boolean closed;
    private boolean closedOnServer;
    /** Held while the text is opened, which may take as long as the server lets it. */
    private final ReentrantLock opening = new ReentrantLock();

    /** The text as it is open on the server. */
    private record Opened(ServerLink link, int handle) {}

    /** What is asked of an opened text. */
    private interface Ask<R extends Reply> {
        Request<R> of(int handle);
    }

    /** @param latest the book as it is now: it may have come back under another number */
    RemoteText(ShelfBook shelfBook, int pageBytes, ServerLoop server, UnaryOperator<ShelfBook> latest)
            throws ClientException {
        this.shelfBook = shelfBook;
        this.pageBytes = pageBytes;
        this.server = server;
        this.latest = latest;
        opened = open(deadline());
    }

    @Override
    public ShelfBook book() {
        return shelfBook;
    }

    @Override
    public int pageCount() {
        return pages;
    }

    @Override
    public TextPage page(int page) throws ClientException {
        return page(call(open -> new Request.Page(open, page)));
    }

    @Override
    public TextPage pageAt(long anchor) throws ClientException {
        return page(call(open -> new Request.PageAt(open, anchor)));
    }

    @Override
    public int edition() {
        return edition.get();
    }

    private TextPage page(ServerLink.Answer<Reply.Page> answer) {
        Reply.Page page = answer.reply();
        pages = page.pages();
        return new TextPage(
                page.page(), page.pages(), page.anchor(), new String(answer.body(), StandardCharsets.UTF_8));
    }

    /** Asks until the server has found all of it; pages are answered in between. */
    @Override
    public Contents contents() throws ClientException {
        List<Contents.Entry> entries = new ArrayList<>();
        int from = 0;
        while (true) {
            int next = from;
            ServerLink.Answer<Reply.Outline> answer = call(open -> new Request.Outline(open, next));
            if (!answer.reply().complete()) {
                entries.clear(); // also if the server has begun anew meanwhile
                from = 0;
                continue;
            }
            try {
                MessageCodec.readOutline(answer.body()).forEach(entry -> entries.add(entry(entry)));
            } catch (ProtocolException e) {
                throw new ClientException(e.code().name(), e.getMessage(), e);
            }
            if (answer.reply().next().isEmpty()) {
                return new Contents(entries, true);
            }
            from = Math.toIntExact(answer.reply().next().get());
        }
    }

    private static Contents.Entry entry(OutlineEntry entry) {
        return new Contents.Entry(entry.title(), entry.level(), entry.page(), entry.anchor());
    }

    @Override
    public SearchHits find(String query, long from, int limit) throws ClientException {
        ServerLink.Answer<Reply.Find> answer = call(open -> new Request.Find(open, query, from, limit));
        try {
            return new SearchHits(
                    MessageCodec.readHits(answer.body()).hits().stream()
                            .map(hit -> new SearchHits.Hit(hit.page(), hit.anchor(), hit.text()))
                            .toList(),
                    answer.reply().next().map(OptionalLong::of).orElse(OptionalLong.empty()));
        } catch (ProtocolException e) {
            throw new ClientException(e.code().name(), e.getMessage(), e);
        }
    }

    private Deadline deadline() {
        return Deadline.in(server.patience().answer());
    }

    private <R extends Reply> ServerLink.Answer<R> call(Ask<R> ask) throws ClientException {
        Deadline deadline = deadline();
        Opened open = opened(deadline);
        try {
            return open.link().call(ask.of(open.handle()), deadline);
        } catch (ClientException e) {
            if (e.is(CHANGED)) {
                reopen(open, deadline);
            }
            if (e.is(GONE)) {
                reopen(open, deadline); // it may have come back meanwhile
            } else if (!open.link().isLost()) {
                throw e;
            }
        }
        open = opened(deadline); // the connection has ended under the call: once more on another one
        return open.link().call(ask.of(open.handle()), deadline);
    }

    private Opened opened(Deadline deadline) throws ClientException {
        deadline.lock(opening);
        try {
            if (closed) {
                throw new ClientException("CANCELLED", "The book was closed");
            }
            if (opened.link().isLost()) {
                opened = open(deadline);
            }
            return opened;
        } finally {
            doneOpening();
        }
    }

    private Opened open(Deadline deadline) throws ClientException {
        ServerLink link = server.link(deadline);
        ServerLink.Pending<Reply.Open> pending =
                link.send(new Request.Open(latest.apply(shelfBook).id(), pageBytes), deadline);
        try {
            Reply.Open reply = pending.await(deadline).reply();
            pages = reply.pages();
            return new Opened(link, reply.handle());
        } catch (ClientException e) {
            pending.abandon(reply -> close(new Opened(link, reply.handle())));
            throw e;
        }
    }

    /** The next call reads the new version; this one says that there is one. */
    private void reopen(Opened old, Deadline deadline) throws ClientException {
        deadline.lock(opening);
        try {
            if (opened.equals(old) && !closed) {
                opened = open(deadline); // if that fails, the next call hears of the change once more
                edition.incrementAndGet();
                close(old);
            }
        } finally {
            doneOpening();
        }
    }

    /** A close that came meanwhile has left the rest to whoever was opening. */
    private void doneOpening() {
        opening.unlock();
        if (closed) {
            closeAtRest();
        }
    }

    private void closeAtRest() {
        if (opening.tryLock()) {
            try {
                if (!closedOnServer) {
                    closedOnServer = true;
                    close(opened);
                }
            } finally {
                opening.unlock();
            }
        }
    }

    private static void close(Opened text) {
        if (!text.link().isLost()) {
            try {
                var unused = text.link().send(new Request.Close(text.handle()), Deadline.in(CLOSE_LIMIT));
            } catch (ClientException e) {
                // The connection has ended, and with it everything that was open on it.
            }
        }
    }

    /** Does not wait for the server: windows close books on their own thread. */
    @Override
    public void close() {
        closed = true;
        closeAtRest();
    }
}
