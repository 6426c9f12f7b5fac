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
    private final PageStrip strip;
    private final ContentsPanel contents;
    private final JSplitPane split = new JSplitPane();
    private transient Optional<Running> contentsRunning = Optional.empty();
    private boolean contentsHere;
    /** Asked for again when the reader wants to see them, not with every page. */
    private boolean contentsFailed;

    private int page;
    private int pages;

    OpenBookPanel(
            UiContext context,
            Commands commands,
            Reading reading,
            Function<BookView.Host, BookView> viewMaker,
            Consumer<Place> turned,
            Consumer<Optional<ClientException>> problem) {
        super(new BorderLayout());
        this.context = context;
        this.reading = reading;
        this.turned = turned;
        this.problem = problem;
        this.pages = reading.pageCount();
        view = viewMaker.apply(this);
        strip = new PageStrip(
                context.text(), commands, reading instanceof PaintedReading, view::goToPage, this::focusBook);
        contents = new ContentsPanel(context.text(), entry -> {
            view.goToPage(entry.page());
            focusBook();
        });
        commands.bindPlainKeys(view.content(), Scope.BOOK);
        // The split pane has a use of its own for Ctrl+Tab, which would come first.
        commands.bindShortcuts(split, Scope.WINDOW);
        split.setLeftComponent(contents);
        split.setRightComponent(view.content());
        split.setBorder(BorderFactory.createEmptyBorder());
        split.setContinuousLayout(true);
        showSidePanel(context.preferences().flag(SIDE_PANEL));
        add(strip, BorderLayout.NORTH);
        add(split, BorderLayout.CENTER);
    }

    /** Asks for the first page, once everything is in its place. */
    void begin() {
        view.retry();
        if (contents.isVisible()) {
            loadContents();
        }
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
        if (reading instanceof FlowingReading && !contentsFailed) {
            loadContents(); // behind the first page, so that its headings are known soon
        }
        turned.accept(new Place(anchor, fraction()));
    }

    private double fraction() {
        return pages == 0 ? 0 : (page + 1.0) / pages;
    }

    String progress() {
        return pages == 0 ? "" : context.text().get("book.progress", page + 1, pages, fraction());
    }

    @Override
    public void failed(ClientException failure) {
        if (failure.is("CHANGED")) {
            contentsHere = false;
        }
        problem.accept(Optional.of(failure));
    }

    @Override
    public void recovered() {
        problem.accept(Optional.empty());
    }

    @Override
    public boolean can(Command command) {
        return switch (command) {
            case GO_TO_PAGE, SIDE_PANEL -> true;
            case NEXT_PAGE -> page < pages - 1;
            case PREVIOUS_PAGE -> page > 0;
            default -> view.can(command);
        };
    }

    @Override
    public void run(Command command) {
        switch (command) {
            case GO_TO_PAGE -> strip.focusPageBox();
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

    void close() {
        contentsRunning.ifPresent(Running::cancel);
        view.close();
        reading.close();
    }
}
