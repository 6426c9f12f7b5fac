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
import netreader.client.ShelfFolder;
import netreader.client.ShelfPage;
import netreader.client.ShelfQuery;
import netreader.ui.work.UiContext;

/**
 * Finds out which books are to be seen. At first those are that were seen first the last time; as long as
 * most of the shelf is still to come, the server is asked; afterwards they are found here, also without the server. Event
 * thread, apart from the work, which goes on one at a time.
 */
final class ShelfLoader {
    /** Books of which nobody waits for a page of their own: they come with the next part of the shelf. */
    private static final long FEW = 2000;

    /** Some screens of books: of the first page somebody is waiting for the first row. */
    private static final int FIRST_PAGE = 80;

    private final UiContext context;
    private final Consumer<ShelfView> show;
    private final ShelfRows rows;
    private final FirstBooks firstBooks;
    private ShelfChoice wanted;
    private Optional<ShelfView> shown = Optional.empty();
    private boolean begun;
    private boolean working;
    private boolean again;
    /** The library's own folders, as the server has told them; empty before it is asked. */
    private Optional<List<ShelfFolder>> serversFolders = Optional.empty();

    /** @param show is given, on the event thread, what was asked for last */
    ShelfLoader(UiContext context, ShelfChoice first, Consumer<ShelfView> show) {
        this.context = context;
        this.wanted = first;
        this.show = show;
        this.rows = new ShelfRows(context.text().locale());
        this.firstBooks = new FirstBooks(context.preferences(), context.client().server());
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
        List<Long> first = begun ? List.of() : firstBooks.of(choice);
        begun = true;
        working = true;
        again |= !first.isEmpty();
        boolean connected = isConnected();
        context.background()
                .start(
                        work -> first.isEmpty() ? load(choice, goesOn) : recall(choice, first),
                        view -> ended(view.filter(found -> isTrue(found, connected))),
                        failure -> ended(Optional.empty()));
    }

    /** That there are no books is known when the server has been reached, and the shelf was looked at then. */
    private boolean isTrue(ShelfView view, boolean wasConnected) {
        boolean tooEarly = view.books().isEmpty() && !wasConnected && isConnected();
        again |= tooEarly;
        return !tooEarly;
    }

    private boolean isConnected() {
        return context.client().connectivity().state() == Connectivity.State.CONNECTED;
    }

    private void ended(Optional<ShelfView> view) {
        working = false;
        view.filter(found -> found.choice().equals(wanted)).ifPresent(found -> {
            shown = view.map(this::withServersFolders);
            show.accept(shown.get());
            firstBooks.remember(found);
            again |= found.fromServer() && !mostIsToCome(context.client());
        });
        if (again) {
            again = false;
            refresh();
        }
    }

    /** They are asked for when the first books are to be seen, and not before. */
    private ShelfView withServersFolders(ShelfView view) {
        if (!view.fromServer()) {
            return view;
        }
        if (serversFolders.isEmpty()) {
            serversFolders = Optional.of(List.of());
            context.background()
                    .start(
                            work -> context.client().folders(""),
                            this::showFolders,
                            failure -> serversFolders = Optional.empty());
        }
        return view.withFolders(serversFolders.get());
    }

    private void showFolders(List<ShelfFolder> folders) {
        serversFolders = Optional.of(folders);
        shown.filter(ShelfView::fromServer).ifPresent(view -> {
            shown = Optional.of(view.withFolders(folders));
            show.accept(shown.get());
        });
    }

    /** What was seen first the last time, while all the books are read from the disk and sorted. */
    private Optional<ShelfView> recall(ShelfChoice choice, List<Long> ids) {
        List<ShelfBook> books = context.client().remembered(ids);
        return books.isEmpty()
                ? Optional.empty()
                : Optional.of(new ShelfView(choice, books, OptionalLong.empty(), List.of(), false, Optional.empty()));
    }

    /** Empty as long as it is not known what there is. */
    private Optional<ShelfView> load(ShelfChoice choice, Optional<ShelfView> goesOn) {
        Client client = context.client();
        ShelfChange change = client.shelfSince(rows.stamp());
        if (mostIsToCome(client)) {
            try {
                return Optional.of(goesOn.isPresent() ? further(client, goesOn.get()) : first(client, choice));
            } catch (ClientException e) {
                // It cannot be asked for pages of its shelf, or is away: what is here has to do.
            }
        }
        if (change.stamp() == 0) {
            return Optional.empty();
        }
        rows.merge(change);
        List<ShelfBook> books = rows.books(choice, client::lastRead);
        return Optional.of(
                new ShelfView(choice, books, OptionalLong.of(books.size()), rows.folders(), false, Optional.empty()));
    }

    private static boolean mostIsToCome(Client client) {
        return client.fetching()
                .filter(fetch ->
                        fetch.total().isPresent() ? fetch.total().getAsLong() > fetch.here() + FEW : fetch.here() < FEW)
                .isPresent();
    }

    private static ShelfView first(Client client, ShelfChoice choice) throws ClientException {
        ShelfPage page = client.query(query(choice, Optional.empty(), FIRST_PAGE));
        return new ShelfView(choice, page.books(), page.total(), List.of(), true, page.next());
    }

    private static ShelfView further(Client client, ShelfView before) throws ClientException {
        ShelfPage page = client.query(query(before.choice(), before.next(), ShelfQuery.MAX_LIMIT));
        List<ShelfBook> books = new ArrayList<>(before.books());
        books.addAll(page.books());
        return new ShelfView(before.choice(), books, before.count(), before.folders(), true, page.next());
    }

    private static ShelfQuery query(ShelfChoice choice, Optional<String> after, int limit) {
        String words = choice.words();
        return new ShelfQuery(
                words.substring(0, Math.min(words.length(), ShelfQuery.MAX_WORDS)),
                choice.order().onServer(),
                choice.order().descending(),
                Optional.empty(),
                Optional.of(choice.folder()).filter(folder -> !folder.isEmpty()),
                after,
                limit);
    }
}
