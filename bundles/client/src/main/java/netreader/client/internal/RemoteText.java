package netreader.client.internal;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;
import netreader.client.Client;
import netreader.client.ClientException;
import netreader.client.Contents;
import netreader.client.FlowingReading;
import netreader.client.ShelfBook;
import netreader.client.TextPage;
import netreader.protocol.MessageCodec;
import netreader.protocol.OutlineEntry;
import netreader.protocol.ProtocolException;
import netreader.protocol.Reply;
import netreader.protocol.Request;

/** A text that stays on the server. Opens itself again when the connection was lost or the text has changed. */
final class RemoteText implements FlowingReading {
    private static final String CHANGED = "CHANGED";

    private final ShelfBook shelfBook;
    private final int pageBytes;
    private final ServerLoop server;
    private ServerLink link;
    private int handle;
    private volatile int pages;
    private volatile boolean closed;
    private boolean closedOnServer;
    /** Held while the text is opened, which may take as long as the server lets it. */
    private final ReentrantLock opening = new ReentrantLock();

    /** What is asked of an opened text. */
    private interface Ask<R extends Reply> {
        Request<R> of(int handle);
    }

    RemoteText(ShelfBook shelfBook, int pageBytes, ServerLoop server) throws ClientException {
        this.shelfBook = shelfBook;
        this.pageBytes = pageBytes;
        this.server = server;
        open();
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

    private TextPage page(ServerLink.Answer<Reply.Page> answer) {
        Reply.Page page = answer.reply();
        pages = page.pages();
        return new TextPage(
                page.page(), page.pages(), page.anchor(), new String(answer.body(), StandardCharsets.UTF_8));
    }

    @Override
    public Contents contents() throws ClientException {
        ServerLink.Answer<Reply.Outline> answer = call(Request.Outline::new);
        try {
            return new Contents(
                    MessageCodec.readOutline(answer.body()).stream()
                            .map(RemoteText::entry)
                            .toList(),
                    answer.reply().complete());
        } catch (ProtocolException e) {
            throw new ClientException(e.code().name(), e.getMessage(), e);
        }
    }

    private static Contents.Entry entry(OutlineEntry entry) {
        return new Contents.Entry(entry.title(), entry.level(), entry.page(), entry.anchor());
    }

    private <R extends Reply> ServerLink.Answer<R> call(Ask<R> ask) throws ClientException {
        ServerLink open;
        int name;
        opening.lock();
        try {
            if (closed) {
                throw new ClientException("CANCELLED", "The book was closed");
            }
            if (link.isLost()) {
                open();
            }
            open = link;
            name = handle;
        } finally {
            doneOpening();
        }
        try {
            return open.call(ask.of(name), Client.CALL_TIMEOUT);
        } catch (ClientException e) {
            if (e.is(CHANGED)) {
                reopen(open, name);
            }
            throw e;
        }
    }

    private void open() throws ClientException {
        link = server.link();
        Reply.Open reply = link.call(new Request.Open(shelfBook.id(), pageBytes), Client.CALL_TIMEOUT)
                .reply();
        handle = reply.handle();
        pages = reply.pages();
    }

    /** The next call reads the new version; this one says that there is one. */
    private void reopen(ServerLink old, int oldHandle) throws ClientException {
        opening.lock();
        try {
            if (link == old && handle == oldHandle && !closed) {
                closeOnServer();
                open();
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
                    closeOnServer();
                }
            } finally {
                opening.unlock();
            }
        }
    }

    private void closeOnServer() {
        if (!link.isLost()) {
            try {
                var unused = link.send(new Request.Close(handle)); // nobody waits for the answer
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
