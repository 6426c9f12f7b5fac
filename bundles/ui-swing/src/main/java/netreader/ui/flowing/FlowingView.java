package netreader.ui.flowing;

import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.swing.JComponent;
import javax.swing.JPanel;
import netreader.client.ClientException;
import netreader.client.Contents;
import netreader.client.FlowingReading;
import netreader.client.Place;
import netreader.client.SearchHits;
import netreader.client.TextPage;
import netreader.ui.book.BookMemory;
import netreader.ui.book.BookView;
import netreader.ui.book.OwnSettings;
import netreader.ui.book.PageScroller;
import netreader.ui.command.Command;
import netreader.ui.command.Commands;
import netreader.ui.work.Preferences;
import netreader.ui.work.UiContext;

/** A text, one of the server's pages at a time. Event thread. */
public final class FlowingView implements BookView, TextScroller.Pages {
    private static final String CHANGED = "CHANGED";
    private static final int NO_HIT = -1;

    private final UiContext context;
    private final FlowingReading reading;
    private final Host host;
    private final TextPages pages;
    private final TextSheet sheet;
    private final TextScroller scroller;
    private final RunningHead head;
    private final JPanel content = new Content();
    private final TextActions actions;
    private final LineMemory memory;
    private final PageGoal goal;
    private final Runnable following;
    private Optional<TextPage> shown = Optional.empty();
    private Optional<Contents> contents = Optional.empty();
    private TextStyle style;
    private long anchor;
    private int page = -1;

    /** The page to ask for again; -1 if none failed. */
    private int failed = -1;

    /** Whether the text is another one on the server than what is shown. */
    private boolean changed;

    /** Whether the text changed once more while it was read again. */
    private boolean askedAgain;

    /** Whether the page with the anchor is on its way; of a text that has changed, the nearest one. */
    private boolean rereading;

    private String query = "";
    private int nth = NO_HIT;

    public FlowingView(UiContext context, Commands commands, FlowingReading reading, Optional<Place> place, Host host) {
        this.context = context;
        this.reading = reading;
        this.host = host;
        this.pages = new TextPages(context, reading, this::expectNeighbours, this::changed);
        this.anchor = place.map(Place::anchor).orElse(0L);
        this.style = TextStyle.of(context.preferences());
        this.memory = new LineMemory(new BookMemory(context.preferences(), reading.book()));
        this.goal = new PageGoal(memory);
        sheet = new TextSheet(style, context.background());
        sheet.getAccessibleContext().setAccessibleName(reading.book().title());
        scroller = new TextScroller(sheet, this, this::enlarge);
        scroller.getViewport().addChangeListener(e -> sheet.noticePlace());
        head = new RunningHead(sheet, style.paper());
        content.add(head, BorderLayout.NORTH);
        content.add(scroller, BorderLayout.CENTER);
        new SelectionMouse(
                sheet, direction -> scroller.move(direction > 0 ? Command.NEXT_PAGE : Command.PREVIOUS_PAGE));
        actions = new TextActions(context, commands, reading.book(), sheet, host, this::settingsChosen);
        following = context.preferences().follow(() -> EventQueue.invokeLater(this::restyle));
    }

    /** The page size with which books are to be opened. */
    public static int pageBytes(Preferences preferences) {
        return TextStyle.pageBytes(preferences);
    }

    @Override
    public JComponent content() {
        return content;
    }

    @Override
    public JComponent keys() {
        return scroller;
    }

    @Override
    public int page() {
        return page;
    }

    @Override
    public int count() {
        return shown.map(TextPage::pages).orElse(reading.pageCount());
    }

    @Override
    public void turnTo(int newPage, PageScroller.Landing newLanding) {
        nth = NO_HIT; // words stay marked, but none of them is the one that was gone to
        turn(newPage, newLanding);
    }

    private void turn(int newPage, PageScroller.Landing newLanding) {
        if (changed) { // the number counts pages of the old text
            if (!rereading) {
                askForAnchor();
            }
            return;
        }
        page = newPage;
        goal.edge(newLanding);
        failed = -1;
        pages.want(newPage, this::arrived, failure -> failed(newPage, failure));
    }

    @Override
    public void goToPage(int wanted) {
        turnTo(Math.max(0, Math.min(wanted, count() - 1)), PageScroller.Landing.TOP);
    }

    @Override
    public void goTo(Contents.Entry entry) {
        goToPage(entry.page());
        goal.heading(entry.title().strip());
        // A page that was here has arrived already, at its beginning.
        pages.here(page).ifPresent(this::arrived);
    }

    @Override
    public void goToAnchor(long wanted) {
        nth = NO_HIT;
        failed = -1;
        goal.anchor();
        anchor = wanted;
        askForAnchor();
    }

    @Override
    public void retry() {
        if (failed >= 0) {
            turn(failed, goal.landing());
        } else if (shown.isEmpty() || changed) {
            askForAnchor();
        } else {
            turn(page, goal.landing());
        }
    }

    private void arrived(TextPages.Arrived here) {
        TextPage text = here.page();
        int offset = goal.offset(here, anchor, style.pageBytes());
        goal.reached();
        shown = Optional.of(text);
        askedAgain = false;
        rereading = false;
        page = text.page();
        anchor = text.anchor();
        sheet.show(here.text(), offset);
        sheet.mark(query, nth);
        host.recovered();
        host.turned(page, text.pages(), anchor);
        showHead();
        if (changed) {
            changed = false;
            host.reread();
        }
    }

    @Override
    public void remember() {
        if (shown.isPresent() && !changed) {
            memory.leave(shown.get().anchor(), sheet.place());
        }
    }

    private long anchorOnScreen() {
        double length = Math.max(1, sheet.page().text().length());
        return anchor + Math.round(style.pageBytes() * (sheet.place() / length));
    }

    private void expectNeighbours() {
        List<PageText> expected = new ArrayList<>();
        for (int near : new int[] {page, page + 1, page - 1}) {
            pages.here(near).ifPresent(here -> expected.add(here.text()));
        }
        sheet.expect(expected);
    }

    /** Whether a turn to the page needs to wait for nobody. */
    boolean isHere(int wanted) {
        return pages.here(wanted).isPresent();
    }

    /** What was read may be a mixture, in which the place is all that still holds. */
    @Override
    public void changed() {
        pages.forget();
        failed = -1;
        if (shown.isPresent() && !changed) {
            anchor = anchorOnScreen();
            goal.anchor();
        }
        page = shown.map(TextPage::page).orElse(-1);
        changed = shown.isPresent();
        askForAnchor();
    }

    private void askForAnchor() {
        rereading = true;
        pages.wantAt(anchor, this::arrived, this::openingFailed);
    }

    /** A text that changes all the time is asked for again only when somebody wants that. */
    private void openingFailed(ClientException failure) {
        if (failure.is(CHANGED) && !askedAgain) {
            askedAgain = true;
            askForAnchor();
        } else {
            rereading = false;
            host.failed(failure);
        }
    }

    private void settingsChosen(Map<String, String> chosen) {
        OwnSettings own = new OwnSettings(context, reading.book());
        if (own.apply()) {
            own.choose(chosen);
            host.openAgain(anchorOnScreen());
            return;
        }
        context.background()
                .start(
                        work -> {
                            context.client().set(reading.book(), chosen);
                            return true;
                        },
                        done -> {
                            host.expectReread();
                            changed();
                        },
                        host::failed);
    }

    @Override
    public void showHit(SearchHits.Hit hit, String words, int which) {
        query = words;
        nth = which;
        if (hit.page() == page && failed < 0 && !changed) {
            sheet.mark(query, nth);
        } else {
            turn(Math.max(0, Math.min(hit.page(), count() - 1)), PageScroller.Landing.TOP);
        }
    }

    @Override
    public void showNoHits() {
        if (!query.isEmpty()) {
            query = "";
            sheet.mark("", 0);
        }
    }

    /** The page that is shown stays, and stays the one from which pages are turned. */
    private void failed(int wanted, ClientException failure) {
        if (failure.is(CHANGED)) {
            changed();
            return;
        }
        failed = wanted;
        page = shown.map(TextPage::page).orElse(-1);
        host.failed(failure);
    }

    @Override
    public void contents(Contents loaded) {
        contents = Optional.of(loaded);
        sheet.headings(
                loaded.entries().stream().map(entry -> entry.title().strip()).collect(Collectors.toUnmodifiableSet()));
        showHead();
    }

    private void showHead() {
        shown.ifPresent(text -> {
            String progress = context.text()
                    .get("book.progress", text.page() + 1, text.pages(), (text.page() + 1.0) / text.pages());
            head.show(contents.map(all -> Chapters.at(all, page)).orElse(""), progress);
        });
    }

    private void enlarge(int direction) {
        setSize(style.size() + direction * (style.size() >= 24 ? 2 : 1));
    }

    private void setSize(int size) {
        style.withSize(size).save(context.preferences());
        restyle();
    }

    /** The style that all flowing books have may be another one now. */
    private void restyle() {
        TextStyle now = TextStyle.of(context.preferences());
        if (now.equals(style)) {
            return;
        }
        if (now.pageBytes() != style.pageBytes() && shown.isPresent()) {
            host.openAgain(anchorOnScreen());
        }
        style = now;
        head.paper(now.paper());
        sheet.style(now);
        host.zoomed();
    }

    @Override
    public String zoomText() {
        return Math.round(100.0 * style.size() / TextStyle.USUAL.size()) + " %";
    }

    @Override
    public boolean can(Command command) {
        return switch (command) {
            case ZOOM_IN, ZOOM_OUT, ZOOM_RESET -> true;
            default -> actions.can(command) || PageScroller.moves(command);
        };
    }

    @Override
    public void run(Command command) {
        switch (command) {
            case ZOOM_IN -> enlarge(1);
            case ZOOM_OUT -> enlarge(-1);
            case ZOOM_RESET -> setSize(TextStyle.USUAL.size());
            default -> {
                if (actions.can(command)) {
                    actions.run(command);
                } else {
                    scroller.move(command);
                }
            }
        }
    }

    @Override
    public void close() {
        pages.close();
        sheet.close();
        actions.close();
        following.run();
    }

    /** The keys belong to the text, whoever gives the focus to the view. */
    private final class Content extends JPanel {
        private static final long serialVersionUID = 1;

        Content() {
            super(new BorderLayout());
        }

        @Override
        public boolean requestFocusInWindow() {
            return sheet.requestFocusInWindow();
        }
    }
}
