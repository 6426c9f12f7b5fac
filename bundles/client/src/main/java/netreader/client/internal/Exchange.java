package netreader.client.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import netreader.client.ClientException;
import netreader.protocol.MessageCodec;
import netreader.protocol.ProtocolException;
import netreader.protocol.Reply;
import netreader.protocol.Request;
import netreader.protocol.ShelfChanges;

/** What reader and server tell each other while they are connected: the shelf one way, places the other. One thread. */
final class Exchange {
    private static final Logger LOG = System.getLogger(Exchange.class.getName());

    private final Knowledge knowledge;
    private final Runnable shelfChanged;
    private final Patience patience;
    /** Books whose places this server does not take, on this connection and while its shelf stays as it is. */
    private final Set<Long> refused = new HashSet<>();

    private boolean afterPause;

    Exchange(Knowledge knowledge, Runnable shelfChanged, Patience patience) {
        this.knowledge = knowledge;
        this.patience = patience;
        this.shelfChanged = shelfChanged;
    }

    /** Fetches what has changed on the shelf. */
    void update(ServerLink open) throws ClientException {
        boolean more = true;
        boolean anew = knowledge.revision() == 0;
        while (more) {
            ServerLink.Answer<Reply.Shelf> answer =
                    open.call(new Request.Shelf(knowledge.revision()), Deadline.in(patience.answer()));
            ShelfChanges changes;
            try {
                changes = MessageCodec.readShelf(answer.body());
            } catch (ProtocolException e) {
                throw new ClientException(e.code().name(), e.getMessage(), e);
            }
            if (anew) {
                knowledge.forgetShelf();
                anew = false;
            }
            knowledge.learn(changes, answer.reply().revision());
            more = answer.reply().more();
        }
        refused.clear();
        shelfChanged.run();
    }

    /** Tells the server the places that it does not know. */
    void tellPlaces(ServerLink open) throws ClientException {
        for (long book : knowledge.places().untold()) {
            if (!refused.contains(book)) {
                tellPlace(open, book);
            }
        }
        afterPause = false;
    }

    /** Another connection: what other devices have told meanwhile is not known, and what was refused may be taken. */
    void begin() {
        afterPause = true;
        refused.clear();
    }

    private void tellPlace(ServerLink open, long book) throws ClientException {
        Places places = knowledge.places();
        try {
            if (afterPause) {
                ServerLink.Answer<Reply.Position> answer = ask(open, new Request.Position(book));
                places.heardAfterPause(book, answer.reply(), MessageCodec.readPlaces(answer.body()));
            }
            Optional<KeptPlace> kept = places.untold(book);
            if (kept.isPresent()) {
                places.answered(
                        book, kept.get(), ask(open, update(book, kept.get())).reply());
            }
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

    private <R extends Reply> ServerLink.Answer<R> ask(ServerLink open, Request<R> request) throws ClientException {
        return open.call(request, Deadline.in(patience.answer()));
    }

    private static Request.PutPosition update(long book, KeptPlace kept) {
        return new Request.PutPosition(
                book,
                kept.place().anchor(),
                kept.place().fraction(),
                Optional.of(Math.max(1, kept.count())),
                Optional.of(kept.time()));
    }
}
