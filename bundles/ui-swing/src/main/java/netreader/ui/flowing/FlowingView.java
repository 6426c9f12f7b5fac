package netreader.ui.flowing;

import com.formdev.flatlaf.util.UIScale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.swing.JComponent;
import netreader.client.ClientException;
import netreader.client.Contents;
import netreader.client.FlowingReading;
import netreader.client.Place;
import netreader.client.SearchHits;
import netreader.client.TextPage;
import netreader.ui.book.BookView;
import netreader.ui.book.PageScroller;
import netreader.ui.command.Command;
import netreader.ui.work.UiContext;

/** A text, one of the server's pages at a time. Event thread. */
public final class FlowingView implements BookView, PageScroller.Pages {
    private static final String CHANGED = "CHANGED";
    private static final String TEXT_SIZE = "textSize";
    private static final int NO_HIT = -1;
    private static final int USUAL_SIZE = 18;
    private static final int SMALLEST = 10;
    private static final int LARGEST = 48;

    private final UiContext context;
    private final FlowingReading reading;
    private final Host host;
    private final TextPages pages;
    private final TextSheet sheet;
    private final PageScroller scroller;
    private Optional<TextPage> shown = Optional.empty();
    private PageScroller.Landing landing = PageScroller.Landing.TOP;
    private long anchor;
    private int page = -1;

    /** The page to ask for again; -1 if none failed. */
    private int failed = -1;

    /** Whether the text is another one on the server than what is shown. */
    private boolean changed;

    /** Whether the text changed once more while it was read again. */
    private boolean askedAgain;

    private String query = "";
    private int nth = NO_HIT;
    private int size;

    public FlowingView(UiContext context, FlowingReading reading, Optional<Place> place, Host host) {
        this.context = context;
        this.reading = reading;
        this.host = host;
        this.pages = new TextPages(context, reading, this::aheadFailed);
        this.anchor = place.map(Place::anchor).orElse(0L);
        this.size = context.preferences().number(TEXT_SIZE, USUAL_SIZE);
        sheet = new TextSheet(UIScale.scale((float) size));
        sheet.getAccessibleContext().setAccessibleName(reading.book().title());
        scroller = new PageScroller(sheet, this);
        scroller.turnByClicks();
        scroller.zoomByWheel(this::enlarge);
    }

    @Override
    public JComponent content() {
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
        page = newPage;
        landing = newLanding;
        failed = -1;
        pages.want(newPage, this::arrived, failure -> failed(newPage, failure));
    }

    @Override
    public void goToPage(int wanted) {
        turnTo(Math.max(0, Math.min(wanted, count() - 1)), PageScroller.Landing.TOP);
    }

    @Override
    public void goToAnchor(long wanted) {
        nth = NO_HIT;
        failed = -1;
        landing = PageScroller.Landing.TOP;
        pages.wantAt(wanted, this::arrived, this::openingFailed);
    }

    @Override
    public void retry() {
        if (failed >= 0) {
            turn(failed, landing);
        } else if (shown.isEmpty() || changed) {
            pages.wantAt(anchor, this::arrived, this::openingFailed);
        } else {
            turn(page, landing);
        }
    }

    private void arrived(TextPages.Arrived here) {
        TextPage text = here.page();
        shown = Optional.of(text);
        askedAgain = false;
        page = text.page();
        anchor = text.anchor();
        sheet.show(text.text(), here.inLine());
        scroller.land(landing);
        sheet.mark(query, nth);
        host.recovered();
        host.turned(page, text.pages(), anchor);
        if (changed) {
            changed = false;
            host.reread();
        }
    }

    private void aheadFailed(ClientException failure) {
        if (failure.is(CHANGED)) {
            changed();
        }
    }

    /** What was read may be a mixture, in which the place is all that still holds. */
    @Override
    public void changed() {
        pages.forget();
        failed = -1;
        page = shown.map(TextPage::page).orElse(-1);
        changed = shown.isPresent();
        landing = PageScroller.Landing.TOP;
        pages.wantAt(anchor, this::arrived, this::openingFailed);
    }

    /** A text that changes all the time is asked for again only when somebody wants that. */
    private void openingFailed(ClientException failure) {
        if (failure.is(CHANGED) && !askedAgain) {
            askedAgain = true;
            pages.wantAt(anchor, this::arrived, this::openingFailed);
        } else {
            host.failed(failure);
        }
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
    public void contents(Contents contents) {
        sheet.headings(contents.entries().stream()
                .map(entry -> entry.title().strip())
                .collect(Collectors.toUnmodifiableSet()));
    }

    private void enlarge(int direction) {
        setSize(size + direction * (size >= 24 ? 2 : 1));
    }

    private void setSize(int newSize) {
        size = Math.max(SMALLEST, Math.min(LARGEST, newSize));
        context.preferences().put(TEXT_SIZE, size);
        sheet.fontSize(UIScale.scale((float) size));
    }

    @Override
    public String zoomText() {
        return Math.round(100.0 * size / USUAL_SIZE) + " %";
    }

    @Override
    public boolean can(Command command) {
        return switch (command) {
            case ZOOM_IN, ZOOM_OUT, ZOOM_RESET -> true;
            default -> PageScroller.moves(command);
        };
    }

    @Override
    public void run(Command command) {
        switch (command) {
            case ZOOM_IN -> enlarge(1);
            case ZOOM_OUT -> enlarge(-1);
            case ZOOM_RESET -> setSize(USUAL_SIZE);
            default -> scroller.move(command);
        }
    }

    @Override
    public void close() {
        pages.close();
    }
}
