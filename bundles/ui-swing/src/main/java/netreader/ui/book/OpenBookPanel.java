package netreader.ui.book;

import java.awt.BorderLayout;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.JPanel;
import netreader.client.ClientException;
import netreader.client.Contents;
import netreader.client.FlowingReading;
import netreader.client.PaintedReading;
import netreader.client.Place;
import netreader.client.Reading;
import netreader.client.SearchHits;
import netreader.ui.command.Command;
import netreader.ui.command.CommandTarget;
import netreader.ui.command.Commands;
import netreader.ui.command.Scope;
import netreader.ui.work.UiContext;

/** A book that is open: its tool strip, its table of contents and its pages. Event thread. */
final class OpenBookPanel extends JPanel implements CommandTarget, BookView.Host {
    private static final long serialVersionUID = 1;

    private final transient UiContext context;
    private final transient Reading reading;
    private final transient BookView view;
    private final transient Consumer<Place> turned;
    private final transient Consumer<Optional<ClientException>> problem;
    private final transient Consumer<String> tell;
    private final transient Consumer<Place> openAgain;
    private final transient BookSearch search;
    private final transient JumpHistory history = new JumpHistory();
    private final FindBar findBar;
    private final PageStrip strip;
    private final SidePanel side;
    private final ContentsPanel contents;
    private final BookmarksPanel bookmarkList;
    private final transient Bookmarks bookmarks;
    private final transient Commands commands;
    private final transient BookContents loading;
    private final SideSplit split;

    private int page;
    private int pages;
    private transient Optional<Place> place = Optional.empty();

    /** When the reader has asked for the change, nobody needs to be told of it. */
    private boolean expected;

    /**
     * @param turned hears of every place that is shown
     * @param problem hears what goes wrong, and when it is over
     * @param tell is given what a reader is to hear that is no trouble
     * @param openAgain opens the book once more, at a place
     */
    OpenBookPanel(
            UiContext context,
            Commands commands,
            Reading reading,
            Function<BookView.Host, BookView> viewMaker,
            Consumer<Place> turned,
            Consumer<Optional<ClientException>> problem,
            Consumer<String> tell,
            Consumer<Place> openAgain) {
        super(new BorderLayout());
        this.context = context;
        this.commands = commands;
        this.reading = reading;
        this.turned = turned;
        this.problem = problem;
        this.tell = tell;
        this.openAgain = openAgain;
        this.pages = reading.pageCount();
        view = viewMaker.apply(this);
        strip = new PageStrip(
                context.text(),
                commands,
                reading instanceof PaintedReading,
                view.can(Command.BOOK_SETTINGS),
                this::jumpTo,
                this::focusBook);
        contents = new ContentsPanel(context.text(), entry -> {
            leaving();
            view.goTo(entry);
            focusBook();
        });
        loading = new BookContents(context, reading, contents, this::contentsCame, view::changed);
        bookmarks = new Bookmarks(context, reading, this::bookmarksChanged);
        bookmarkList = new BookmarksPanel(
                context.text(),
                commands,
                entry -> {
                    goTo(entry.bookmark().place());
                    focusBook();
                },
                bookmarks::remove);
        side = new SidePanel(context.preferences());
        side.add("contents", context.text().get("contents.title"), contents, loading::load);
        view.thumbnails().ifPresent(pages -> side.add("pages", context.text().get("pages.title"), pages, () -> {}));
        side.add("bookmarks", context.text().get("bookmarks.title"), bookmarkList, () -> {});
        search = new BookSearch(context, reading, new FoundHere());
        findBar = new FindBar(context.text(), commands, search, this::focusBook);
        commands.bindPlainKeys(view.keys(), Scope.BOOK);
        split = new SideSplit(context.preferences(), side, view.content());
        // The split pane has a use of its own for Ctrl+Tab, which would come first.
        commands.bindShortcuts(split, Scope.WINDOW);
        JPanel top = new JPanel(new BorderLayout());
        top.add(strip, BorderLayout.NORTH);
        top.add(findBar, BorderLayout.SOUTH);
        add(top, BorderLayout.NORTH);
        add(split, BorderLayout.CENTER);
    }

    /** Asks for the first page, once everything is in its place. */
    void begin() {
        view.retry();
        side.shown();
    }

    /** Whether the server has another file for the book by now, so that this one is not to be read on. */
    boolean outdated() {
        return reading instanceof PaintedReading painted && painted.outdated();
    }

    void focusBook() {
        view.content().requestFocusInWindow();
    }

    void retry() {
        loading.forgive();
        view.retry();
        side.shown();
    }

    @Override
    public void turned(int newPage, int newPages, long anchor) {
        page = newPage;
        pages = newPages;
        strip.show(page, pages, view.zoomText());
        contents.follow(page);
        bookmarks.pages(pages);
        search.anchor(anchor);
        if (reading instanceof FlowingReading) {
            loading.loadUnlessFailed();
        }
        Place here = new Place(anchor, fraction());
        place = Optional.of(here);
        turned.accept(here);
    }

    /** Where the reader is; empty before the first page is there. */
    Optional<Place> place() {
        return place;
    }

    /** The page that is shown, from 0. */
    int page() {
        return page;
    }

    void goTo(Place wanted) {
        leaving();
        view.goToAnchor(wanted.anchor());
    }

    @Override
    public void leaving() {
        place.ifPresent(history::leaving);
    }

    private void jumpTo(int wanted) {
        leaving();
        view.goToPage(wanted);
    }

    private void goBy(Function<Place, Optional<Place>> step) {
        place.flatMap(step).ifPresent(wanted -> view.goToAnchor(wanted.anchor()));
    }

    private double fraction() {
        return pages == 0 ? 0 : (page + 1.0) / pages;
    }

    String progress() {
        return pages == 0 ? "" : context.text().get("book.progress", page + 1, pages, fraction());
    }

    @Override
    public void failed(ClientException failure) {
        expected = false;
        problem.accept(Optional.of(failure));
    }

    @Override
    public void recovered() {
        problem.accept(Optional.empty());
    }

    @Override
    public void reread() {
        loading.outdate();
        side.shown();
        search.startAgain();
        if (!expected) {
            tell.accept(context.text().get("book.changed"));
        }
        expected = false;
    }

    @Override
    public void expectReread() {
        expected = true;
    }

    @Override
    public void find(String words) {
        findBar.look(words);
    }

    @Override
    public void zoomed() {
        strip.show(page, pages, view.zoomText());
    }

    @Override
    public void openAgain(long anchor) {
        openAgain.accept(new Place(anchor, fraction()));
    }

    /** The book is another one now: reads again what was there. */
    void askAnew() {
        expected = true;
        view.changed();
    }

    @Override
    public boolean can(Command command) {
        return switch (command) {
            case GO_TO_PAGE, SIDE_PANEL, FIND, FIND_NEXT, FIND_PREVIOUS -> true;
            case BACK -> history.canGoBack();
            case FORWARD -> history.canGoForward();
            case BOOKMARK -> place.isPresent();
            case NEXT_PAGE -> page < pages - 1;
            case PREVIOUS_PAGE -> page > 0;
            default -> view.can(command);
        };
    }

    @Override
    public void run(Command command) {
        switch (command) {
            case GO_TO_PAGE -> strip.focusPageBox();
            case BOOKMARK -> place.ifPresent(here -> bookmarks.toggle(page, here));
            case BACK -> goBy(history::back);
            case FORWARD -> goBy(history::forward);
            case FIRST_PAGE, LAST_PAGE -> {
                leaving();
                view.run(command);
            }
            case FIND -> findBar.open();
            case FIND_NEXT -> findBar.step(1);
            case FIND_PREVIOUS -> findBar.step(-1);
            case SIDE_PANEL -> split.toggle();
            default -> {
                view.run(command);
                strip.show(page, pages, view.zoomText());
            }
        }
    }

    @Override
    public void tell(String sentence) {
        tell.accept(sentence);
    }

    @Override
    public boolean chosen(Command command) {
        return switch (command) {
            case SIDE_PANEL -> side.isVisible();
            case BOOKMARK -> bookmarks.isOn(page);
            default -> view.chosen(command);
        };
    }

    private void bookmarksChanged() {
        bookmarkList.show(bookmarks.all());
        commands.refresh();
    }

    private void contentsCame(Contents loaded) {
        contents.follow(page);
        view.contents(loaded);
    }

    /** A search of this book. */
    private final class FoundHere implements BookSearch.Listener {
        @Override
        public void show(SearchHits.Hit hit, String query, int nth) {
            if (hit.page() != page) {
                leaving();
            }
            view.showHit(hit, query, nth);
        }

        @Override
        public void changed(BookSearch search) {
            findBar.show(search.describe(), search.foundNothing());
        }

        @Override
        public void failed(ClientException failure) {
            if (failure.is("CHANGED")) {
                view.changed();
            } else {
                findBar.show(context.text().error(failure), true);
            }
        }

        @Override
        public void ended() {
            view.showNoHits();
        }
    }

    void remember() {
        view.remember();
    }

    void close() {
        remember();
        search.stop();
        bookmarks.close();
        loading.close();
        view.close();
        reading.close();
    }
}
