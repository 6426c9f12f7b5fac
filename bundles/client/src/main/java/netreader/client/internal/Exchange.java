package netreader.client.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import netreader.client.ClientException;
import netreader.client.Place;
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
        shelfChanged.run();
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
