package netreader.ui.book;

import static netreader.ui.look.Painting.px;

import java.awt.BorderLayout;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
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
import netreader.ui.work.Running;
import netreader.ui.work.UiContext;

/** A book that is open: its tool strip, its table of contents and its pages. Event thread. */
final class OpenBookPanel extends JPanel implements CommandTarget, BookView.Host {
    private static final long serialVersionUID = 1;
    private static final String SIDE_PANEL = "sidePanel";

    private final transient UiContext context;
    private final transient Reading reading;
    private final transient BookView view;
    private final transient Consumer<Place> turned;
    private final transient Consumer<Optional<ClientException>> problem;
    private final transient Runnable changed;
    private final transient Consumer<String> told;
    private final transient Consumer<Place> openAgain;
    private final transient BookSearch search;
    private final FindBar findBar;
    private final PageStrip strip;
    private final ContentsPanel contents;
    private final JSplitPane split = new JSplitPane();
    private transient Optional<Running> contentsRunning = Optional.empty();
    private boolean contentsHere;
    /** Asked for again when the reader wants to see them, not with every page. */
    private boolean contentsFailed;

    private int page;
    private int pages;
    private transient Optional<Place> place = Optional.empty();

    /** When the reader has asked for the change, nobody needs to be told of it. */
    private boolean expected;

    /**
     * @param turned hears of every place that is shown
     * @param problem hears what goes wrong, and when it is over
     * @param changed hears that the book has changed on the server and was read again
     * @param told hears sentences that are no trouble
     * @param openAgain opens the book once more, at a place
     */
    OpenBookPanel(
            UiContext context,
            Commands commands,
            Reading reading,
            Function<BookView.Host, BookView> viewMaker,
            Consumer<Place> turned,
            Consumer<Optional<ClientException>> problem,
            Runnable changed,
            Consumer<String> told,
            Consumer<Place> openAgain) {
        super(new BorderLayout());
        this.context = context;
        this.reading = reading;
        this.turned = turned;
        this.problem = problem;
        this.changed = changed;
        this.told = told;
        this.openAgain = openAgain;
        this.pages = reading.pageCount();
        view = viewMaker.apply(this);
        strip = new PageStrip(
                context.text(), commands, reading instanceof PaintedReading, view::goToPage, this::focusBook);
        contents = new ContentsPanel(context.text(), entry -> {
            view.goTo(entry);
            focusBook();
        });
        search = new BookSearch(context, reading, new FoundHere());
        findBar = new FindBar(context.text(), commands, search, this::focusBook);
        commands.bindPlainKeys(view.keys(), Scope.BOOK);
        // The split pane has a use of its own for Ctrl+Tab, which would come first.
        commands.bindShortcuts(split, Scope.WINDOW);
        split.setLeftComponent(contents);
        split.setRightComponent(view.content());
        split.setBorder(BorderFactory.createEmptyBorder());
        split.setContinuousLayout(true);
        showSidePanel(context.preferences().flag(SIDE_PANEL));
        JPanel top = new JPanel(new BorderLayout());
        top.add(strip, BorderLayout.NORTH);
        top.add(findBar, BorderLayout.SOUTH);
        add(top, BorderLayout.NORTH);
        add(split, BorderLayout.CENTER);
    }

    /** Asks for the first page, once everything is in its place. */
    void begin() {
        view.retry();
        if (contents.isVisible()) {
            loadContents();
        }
    }

    /** Whether the server has another file for the book by now, so that this one is not to be read on. */
    boolean outdated() {
        return reading instanceof PaintedReading painted && painted.outdated();
    }

    void focusBook() {
        view.content().requestFocusInWindow();
    }

    void retry() {
        contentsFailed = false;
        view.retry();
        if (contents.isVisible()) {
            loadContents();
        }
    }

    @Override
    public void turned(int newPage, int newPages, long anchor) {
        page = newPage;
        pages = newPages;
        strip.show(page, pages, view.zoomText());
        contents.follow(page);
        search.anchor(anchor);
        if (reading instanceof FlowingReading && !contentsFailed) {
            loadContents(); // behind the first page, so that its headings are known soon
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
        view.goToAnchor(wanted.anchor());
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
        contentsHere = false;
        if (contents.isVisible()) {
            loadContents();
        }
        search.startAgain();
        if (!expected) {
            changed.run();
        }
        expected = false;
    }

    @Override
    public void expectReread() {
        expected = true;
    }

    @Override
    public void tell(String sentence) {
        told.accept(sentence);
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
            case NEXT_PAGE -> page < pages - 1;
            case PREVIOUS_PAGE -> page > 0;
            default -> view.can(command);
        };
    }

    @Override
    public void run(Command command) {
        switch (command) {
            case GO_TO_PAGE -> strip.focusPageBox();
            case FIND -> findBar.open();
            case FIND_NEXT -> findBar.step(1);
            case FIND_PREVIOUS -> findBar.step(-1);
            case SIDE_PANEL -> {
                showSidePanel(!contents.isVisible());
                context.preferences().put(SIDE_PANEL, contents.isVisible());
                loadContents();
            }
            default -> {
                view.run(command);
                strip.show(page, pages, view.zoomText());
            }
        }
    }

    private void showSidePanel(boolean visible) {
        contents.setVisible(visible);
        split.setDividerSize(visible ? px(5) : 0);
        if (visible) {
            split.setDividerLocation(px(260));
        }
    }

    private void loadContents() {
        if (contentsHere || contentsRunning.isPresent()) {
            return;
        }
        contents.say(context.text().get("contents.loading"));
        contentsRunning =
                Optional.of(context.background().start(work -> reading.contents(), this::contentsCame, failure -> {
                    contentsRunning = Optional.empty();
                    contentsFailed = true;
                    if (failure.is("CHANGED")) {
                        view.changed();
                    }
                    contents.say(context.text().error(failure));
                }));
    }

    private void contentsCame(Contents loaded) {
        contentsRunning = Optional.empty();
        contentsHere = true;
        contentsFailed = false;
        contents.show(loaded);
        contents.follow(page);
        view.contents(loaded);
    }

    /** A search of this book. */
    private final class FoundHere implements BookSearch.Listener {
        @Override
        public void show(SearchHits.Hit hit, String query, int nth) {
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

    void close() {
        search.stop();
        contentsRunning.ifPresent(Running::cancel);
        view.close();
        reading.close();
    }
}
