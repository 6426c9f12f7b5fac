package netreader.client.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import netreader.client.ClientException;
import netreader.client.ShelfFetch;
import netreader.protocol.MessageCodec;
import netreader.protocol.ProtocolException;
import netreader.protocol.Reply;
import netreader.protocol.Request;
import netreader.protocol.ShelfChanges;

/** What reader and server tell each other while they are connected: the shelf one way, places the other. One thread. */
final class Exchange {
    private static final Logger LOG = System.getLogger(Exchange.class.getName());

    /** Only to hear how many books there are. */
    private static final Request.Query EVERYTHING =
            new Request.Query("", "title", false, Optional.empty(), Optional.empty(), Optional.empty(), 1);

    private final Knowledge knowledge;
    private final Runnable shelfChanged;
    private final Patience patience;
    /** Books whose places this server does not take, on this connection and while its shelf stays as it is. */
    private final Set<Long> refused = new HashSet<>();

    private boolean afterPause;
    /** How many books there are, while there is more to fetch. */
    private volatile Optional<OptionalLong> fetching = Optional.empty();

    Exchange(Knowledge knowledge, Runnable shelfChanged, Patience patience) {
        this.knowledge = knowledge;
        this.patience = patience;
        this.shelfChanged = shelfChanged;
    }

    /**
     * Fetches a part of what has changed on the shelf.
     *
     * @return whether there is more
     */
    boolean fetchPart(ServerLink open) throws ClientException {
        boolean anew = knowledge.revision() == 0;
        ServerLink.Answer<Reply.Shelf> answer =
                open.call(new Request.Shelf(knowledge.revision()), Deadline.in(patience.answer()));
        ShelfChanges changes;
        try {
            changes = MessageCodec.readShelf(answer.body());
        } catch (ProtocolException e) {
            throw new ClientException(e.code().name(), e.getMessage(), e);
        }
        boolean more = answer.reply().more();
        if (more && fetching.isEmpty()) {
            // Before anybody sees a part of the shelf, and takes it for all.
            fetching = Optional.of(OptionalLong.empty());
        }
        if (anew) {
            knowledge.forgetShelf();
        }
        knowledge.learn(changes, answer.reply().revision());
        if (!more) {
            fetching = Optional.empty();
        }
        refused.clear();
        shelfChanged.run();
        return more;
    }

    /** Asks how many books there are; a server that cannot be asked for pages of its shelf does not say. */
    void learnTotal(ServerLink open) throws ClientException {
        try {
            Optional<Long> total = open.call(EVERYTHING, Deadline.in(patience.answer()))
                    .reply()
                    .total();
            fetching = Optional.of(total.map(OptionalLong::of).orElse(OptionalLong.empty()));
        } catch (ClientException e) {
            if (open.isLost() || e.is("TIMEOUT")) {
                throw e;
            }
        }
    }

    /** How far it has come, while there is more to fetch; any thread. */
    Optional<ShelfFetch> fetching() {
        return fetching.map(total -> new ShelfFetch(knowledge.shelf().size(), total));
    }

    /** The connection has ended, and what it was fetching does not come. */
    void interrupted() {
        fetching = Optional.empty();
    }

    /** Tells the server the places that it does not know. */
    void tellPlaces(ServerLink open) throws ClientException {
        if (afterPause) {
            for (long book : knowledge.places().untold().keySet()) {
                unlessRefused(open, book, () -> hearBefore(open, book));
            }
            afterPause = false;
        }
        for (Map.Entry<Long, KeptPlace> untold : knowledge.places().untold().entrySet()) {
            unlessRefused(open, untold.getKey(), () -> tell(open, untold.getKey(), untold.getValue()));
        }
    }

    /** Another connection: what other devices have told meanwhile is not known, and what was refused may be taken. */
    void begin() {
        afterPause = true;
        refused.clear();
    }

    private interface Exchanging {
        void run() throws ClientException, ProtocolException;
    }

    private void unlessRefused(ServerLink open, long book, Exchanging exchanging) throws ClientException {
        if (refused.contains(book)) {
            return;
        }
        try {
            exchanging.run();
        } catch (ProtocolException e) {
            throw new ClientException(e.code().name(), e.getMessage(), e);
        } catch (ClientException e) {
            if (open.isLost() || e.is("TIMEOUT")) {
                throw e;
            }
            LOG.log(Level.DEBUG, "The server did not take a place: {0}", e.getMessage());
            refused.add(book); // it may take it after a while: the place stays untold
        }
    }

    /** What other devices have told meanwhile would seem to be earlier than what is told now. */
    private void hearBefore(ServerLink open, long book) throws ClientException, ProtocolException {
        ServerLink.Answer<Reply.Position> answer = ask(open, new Request.Position(book));
        knowledge.places().heardAfterPause(book, answer.reply(), MessageCodec.readPlaces(answer.body()));
    }

    private void tell(ServerLink open, long book, KeptPlace kept) throws ClientException {
        knowledge.places().answered(book, kept, ask(open, update(book, kept)).reply());
    }

    private <R extends Reply> ServerLink.Answer<R> ask(ServerLink open, Request<R> request) throws ClientException {
        return open.call(request, Deadline.in(patience.answer()));
    }

    /** A place as the server is told of it. */
    static Request.PutPosition update(long book, KeptPlace kept) {
        return new Request.PutPosition(
                book,
                kept.place().anchor(),
                kept.place().fraction(),
                Optional.of(Math.max(1, kept.count())),
                Optional.of(kept.time()));
    }
}
