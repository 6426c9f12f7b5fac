package netreader.ui.flowing;

import com.formdev.flatlaf.util.UIScale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.swing.JComponent;
import netreader.client.ClientException;
import netreader.client.Contents;
import netreader.client.FlowingReading;
import netreader.client.Place;
import netreader.client.TextPage;
import netreader.ui.book.BookView;
import netreader.ui.book.PageScroller;
import netreader.ui.command.Command;
import netreader.ui.work.UiContext;

/** A text, one of the server's pages at a time. Event thread. */
public final class FlowingView implements BookView, PageScroller.Pages {
    private static final String TEXT_SIZE = "textSize";
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

    private boolean changed;
    private int size;

    public FlowingView(UiContext context, FlowingReading reading, Optional<Place> place, Host host) {
        this.context = context;
        this.reading = reading;
        this.host = host;
        this.pages = new TextPages(context, reading);
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
    public void retry() {
        if (failed >= 0) {
            turnTo(failed, landing);
        } else if (shown.isEmpty() || changed) {
            changed = false;
            pages.wantAt(anchor, this::arrived, host::failed);
        } else {
            turnTo(page, landing);
        }
    }

    private void arrived(TextPages.Arrived here) {
        TextPage text = here.page();
        shown = Optional.of(text);
        page = text.page();
        anchor = text.anchor();
        sheet.show(text.text(), here.inLine());
        scroller.land(landing);
        host.recovered();
        host.turned(page, text.pages(), anchor);
    }

    /** The page that is shown stays, and stays the one from which pages are turned. */
    private void failed(int wanted, ClientException failure) {
        failed = wanted;
        if (failure.is("CHANGED")) {
            // What follows is the new text, in which the place is all that still holds.
            pages.forget();
            failed = -1;
            changed = true;
        }
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
