package netreader.ui.shelf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import netreader.client.Client;
import netreader.client.ClientException;
import netreader.client.Connectivity;
import netreader.client.ShelfBook;
import netreader.client.ShelfChange;
import netreader.client.ShelfPage;
import netreader.client.ShelfQuery;
import netreader.ui.work.UiContext;

/**
 * Finds out which books are to be seen. As long as most of the shelf is still to come, the server is asked for those;
 * afterwards they are found here, also without the server. Event thread, apart from the work, which goes on one at a
 * time.
 */
final class ShelfLoader {
    /** Books of which nobody waits for a page of their own: they come with the next part of the shelf. */
    private static final long FEW = 2000;

    private static final int MANY = 20_000;

    private final UiContext context;
    private final Consumer<ShelfView> show;
    private final ShelfRows rows;
    private ShelfChoice wanted;
    private Optional<ShelfView> shown = Optional.empty();
    private boolean working;
    private boolean again;
    /** Whether the server was asked while the books that are here were not sorted yet. */
    private volatile boolean bridged;

    /** @param show is given, on the event thread, what was asked for last */
    ShelfLoader(UiContext context, ShelfChoice first, Consumer<ShelfView> show) {
        this.context = context;
        this.wanted = first;
        this.show = show;
        this.rows = new ShelfRows(context.text().locale());
    }

    ShelfChoice wanted() {
        return wanted;
    }

    void want(ShelfChoice choice) {
        wanted = choice;
        refresh();
    }

    /** The shelf may be another one, or something else is wanted; asking several times costs no more than once. */
    void refresh() {
        if (working) {
            again = true;
        } else if (!isShownFromServer()) {
            begin(Optional.empty());
        }
    }

    /** What the server has given stands until all books are here: the parts that come meanwhile change nothing of it. */
    private boolean isShownFromServer() {
        return shown.filter(view -> view.choice().equals(wanted) && view.fromServer())
                        .isPresent()
                && mostIsToCome(context.client());
    }

    /** The end of the books that are shown is near. */
    void more() {
        if (!working
                && shown.filter(view -> view.next().isPresent() && view.choice().equals(wanted))
                        .isPresent()) {
            begin(shown);
        }
    }

    private void begin(Optional<ShelfView> goesOn) {
        ShelfChoice choice = wanted;
        working = true;
        context.background()
                .start(
                        work -> load(choice, goesOn),
                        view -> ended(Optional.of(view)),
                        failure -> ended(Optional.empty()));
    }

    private void ended(Optional<ShelfView> view) {
        working = false;
        view.filter(found -> found.choice().equals(wanted)).ifPresent(found -> {
            shown = view;
            show.accept(found);
            again |= found.fromServer() && !mostIsToCome(context.client());
        });
        if (again) {
            again = false;
            refresh();
        }
    }

    private ShelfView load(ShelfChoice choice, Optional<ShelfView> goesOn) {
        Client client = context.client();
        ShelfChange change = client.shelfSince(rows.stamp());
        if (mostIsToCome(client) || takesLong(change, client)) {
            try {
                return goesOn.isPresent() ? further(client, goesOn.get()) : first(client, choice);
            } catch (ClientException e) {
                // It cannot be asked for pages of its shelf, or is away: what is here has to do.
            }
        }
        rows.merge(change);
        List<ShelfBook> books = rows.books(choice);
        return new ShelfView(choice, books, OptionalLong.of(books.size()), rows.folders(), false, Optional.empty());
    }

    /** A large shelf that is here takes a second to be sorted, after a start: the server is quicker with its first books. */
    private boolean takesLong(ShelfChange change, Client client) {
        boolean first = !bridged
                && rows.stamp() == 0
                && change.books().size() > MANY
                && client.connectivity().state() == Connectivity.State.CONNECTED;
        bridged |= first;
        return first;
    }

    private static boolean mostIsToCome(Client client) {
        return client.fetching()
                .filter(fetch ->
                        fetch.total().isPresent() ? fetch.total().getAsLong() > fetch.here() + FEW : fetch.here() < FEW)
                .isPresent();
    }

    private static ShelfView first(Client client, ShelfChoice choice) throws ClientException {
        ShelfPage page = client.query(query(choice, Optional.empty()));
        return new ShelfView(choice, page.books(), page.total(), client.folders(""), true, page.next());
    }

    private static ShelfView further(Client client, ShelfView before) throws ClientException {
        ShelfPage page = client.query(query(before.choice(), before.next()));
        List<ShelfBook> books = new ArrayList<>(before.books());
        books.addAll(page.books());
        return new ShelfView(before.choice(), books, before.count(), before.folders(), true, page.next());
    }

    private static ShelfQuery query(ShelfChoice choice, Optional<String> after) {
        String words = choice.words();
        return new ShelfQuery(
                words.substring(0, Math.min(words.length(), ShelfQuery.MAX_WORDS)),
                choice.order().onServer(),
                choice.order().descending(),
                Optional.empty(),
                Optional.of(choice.folder()).filter(folder -> !folder.isEmpty()),
                after,
                ShelfQuery.MAX_LIMIT);
    }
}
