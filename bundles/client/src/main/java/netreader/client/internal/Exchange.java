package netreader.client.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;
import netreader.client.ClientException;
import netreader.client.Place;
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
        Deque<Long> books = new ArrayDeque<>(knowledge.takePlacesForServer());
        try {
            for (; !books.isEmpty(); books.remove()) {
                tellPlace(open, books.element());
            }
        } finally {
            books.forEach(knowledge::giveBackPlaceForServer); // those that the connection did not live for
        }
    }

    private void tellPlace(ServerLink open, long book) throws ClientException {
        Optional<Place> place = knowledge.place(book);
        if (place.isEmpty()) {
            return; // of another catalogue, which has been put away
        }
        try {
            open.call(
                    new Request.PutPosition(
                            book, place.get().anchor(), place.get().fraction()),
                    Deadline.in(patience.answer()));
        } catch (ClientException e) {
            if (open.isLost() || e.is("TIMEOUT")) {
                throw e;
            }
            LOG.log(Level.DEBUG, "The server did not take a place: {0}", e.getMessage()); // the book has gone
        }
    }
}
