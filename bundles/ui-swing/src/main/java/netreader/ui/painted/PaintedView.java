package netreader.ui.painted;

import static netreader.ui.look.Painting.px;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.Optional;
import java.util.Set;
import javax.swing.JComponent;
import javax.swing.Timer;
import netreader.client.ClientException;
import netreader.client.Connectivity;
import netreader.client.PagePicture;
import netreader.client.PagePictures;
import netreader.client.PaintedReading;
import netreader.client.Place;
import netreader.format.PageSize;
import netreader.ui.book.BookView;
import netreader.ui.book.PageScroller;
import netreader.ui.command.Command;
import netreader.ui.look.Painting;
import netreader.ui.work.UiContext;

/** A painted book, one page at a time. The old page stays until the new one is there. Event thread. */
public final class PaintedView implements BookView, PageScroller.Pages {
    private static final String ZOOM = "zoom";

    /** A page that takes longer than this leaves the old one misleading. */
    private static final int PATIENCE_MILLIS = 150;

    private static final int RESIZE_MILLIS = 120;
    private static final PageSize A4 = new PageSize(595, 842);

    /** Of these it is the page that is at fault; of others the network, the disk or a format that is away. */
    private static final Set<String> OF_THE_PAGE =
            Set.of("DAMAGED", "UNSUPPORTED", "TOO_COSTLY", "INTERNAL", ClientException.STUCK);

    private final UiContext context;
    private final PaintedReading reading;
    private final Host host;
    private final PageCanvas canvas = new PageCanvas();
    private final PageScroller scroller = new PageScroller(canvas, this);
    private final PagePictures pictures;
    private final AutoCloseable listening;
    private final Timer placeholder;
    private final Timer resized;
    private Zoom zoom;
    private Optional<PagePicture> shown = Optional.empty();
    private Optional<PageScroller.Landing> landing = Optional.of(PageScroller.Landing.TOP);
    private boolean begun;
    private boolean asked;
    private boolean closed;

    /** The page that was wanted when something failed for which it cannot help; -1 if none. */
    private int missed = -1;

    private int page;

    public PaintedView(UiContext context, PaintedReading reading, Optional<Place> place, Host host) {
        this.context = context;
        this.reading = reading;
        this.host = host;
        this.page = inRange(place.map(Place::anchor).orElse(0L));
        this.zoom = Zoom.of(context.preferences().text(ZOOM, "width"));
        pictures = reading.pictures();
        listening = pictures.listen(new Arrivals());
        placeholder = new Timer(PATIENCE_MILLIS, e -> await());
        placeholder.setRepeats(false);
        resized = new Timer(RESIZE_MILLIS, e -> ask());
        resized.setRepeats(false);
        canvas.getAccessibleContext().setAccessibleName(reading.book().title());
        scroller.turnByClicks();
        scroller.zoomByWheel(direction -> zoomBy(direction > 0));
        scroller.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent e) {
                fitSheet();
                if (begun && !asked) {
                    ask(); // the first page need not wait until the window has its size
                } else if (begun) {
                    resized.restart();
                }
            }
        });
    }

    private int inRange(long wanted) {
        return (int) Math.max(0, Math.min(wanted, reading.pageCount() - 1L));
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
        return reading.pageCount();
    }

    @Override
    public void turnTo(int newPage, PageScroller.Landing newLanding) {
        page = newPage;
        missed = -1;
        landing = Optional.of(newLanding);
        ask();
    }

    @Override
    public void goToPage(int newPage) {
        turnTo(inRange(newPage), PageScroller.Landing.TOP);
    }

    @Override
    public void goToAnchor(long anchor) {
        goToPage(inRange(anchor));
    }

    @Override
    public void retry() {
        begun = true;
        if (missed >= 0) {
            turnTo(missed, PageScroller.Landing.TOP);
        } else {
            ask();
        }
    }

    private void ask() {
        if (scroller.getWidth() == 0) {
            // Not laid out yet; the first resize asks.
            return;
        }
        asked = true;
        fitSheet();
        host.turned(page, reading.pageCount(), page);
        if (shown.map(PagePicture::page).orElse(-1) != page) {
            placeholder.restart();
        }
        pictures.want(page, scale()).ifPresent(this::painted);
    }

    private void await() {
        canvas.showPlaceholder(page);
        context.background()
                .start(
                        work -> context.client().onThisComputer(reading.book()),
                        here -> canvas.sayMeanwhile(() -> meanwhile(here)),
                        failure -> {});
    }

    private String meanwhile(boolean here) {
        boolean connected = context.client().connectivity().state() == Connectivity.State.CONNECTED;
        return context.text().get(here ? "page.painting" : connected ? "page.fetching" : "page.waiting");
    }

    /** What comes from the thread that paints. */
    private final class Arrivals implements PagePictures.Listener {
        @Override
        public void painted(PagePicture picture) {
            EventQueue.invokeLater(() -> {
                if (!closed && picture.page() == page) {
                    PaintedView.this.painted(picture);
                }
            });
        }

        @Override
        public void failed(int failedPage, ClientException failure) {
            EventQueue.invokeLater(() -> {
                if (!closed && failedPage == page) {
                    PaintedView.this.failed(failure);
                }
            });
        }
    }

    private RenderScale scale() {
        Dimension view = scroller.getSize();
        int margin = 2 * px(PageCanvas.MARGIN);
        // Room for the bar whether it is there or not, or the page would change its size when it comes.
        int bar = zoom instanceof Zoom.FitPage
                ? 0
                : scroller.getVerticalScrollBar().getPreferredSize().width;
        return new RenderScale(
                zoom,
                Math.max(px(40), view.width - margin - bar),
                Math.max(px(40), view.height - margin),
                UIScale.getUserScaleFactor(),
                Painting.deviceScale(canvas));
    }

    private void painted(PagePicture picture) {
        placeholder.stop();
        shown = Optional.of(picture);
        show(picture);
        landing.ifPresent(scroller::land);
        landing = Optional.empty();
        if (missed < 0) {
            host.recovered(); // the old page in another size is not what was wanted
        }
        host.turned(page, reading.pageCount(), page);
    }

    private void show(PagePicture picture) {
        Optional<String> remark = Optional.of(picture.quality())
                .filter(PagePicture.Quality.PARTIAL::equals)
                .map(partial -> context.text().get("page.partial"));
        canvas.show(picture, scale().userPixelsPerPoint(picture.size()), remark);
    }

    private void failed(ClientException failure) {
        if (failure.is("CANCELLED")) {
            return;
        }
        placeholder.stop();
        if (OF_THE_PAGE.contains(failure.code())) {
            // A sheet stands for the page, and the reader can turn past it.
            canvas.showSentence(context.text()
                    .find("page." + failure.code())
                    .orElseGet(() -> context.text().error(failure)));
            landing = Optional.empty();
            host.recovered();
            return;
        }
        shown.ifPresentOrElse(this::stay, () -> canvas.showPlaceholder(page));
        host.failed(failure);
    }

    private void stay(PagePicture here) {
        if (here.page() != page) {
            missed = page;
            page = here.page();
        }
        show(here);
        host.turned(page, reading.pageCount(), page);
    }

    private void fitSheet() {
        canvas.resizeSheet(size(), scale().userPixelsPerPoint(size()));
    }

    private void zoom(Zoom newZoom) {
        zoom = newZoom;
        context.preferences().put(ZOOM, zoom.saved());
        fitSheet();
        ask();
    }

    private void zoomBy(boolean larger) {
        zoom(Zoom.step(factor(), larger));
    }

    private double factor() {
        return scale().factor(size());
    }

    /** Until the first page is here, the size that most pages have. */
    private PageSize size() {
        return shown.map(PagePicture::size).orElse(A4);
    }

    @Override
    public String zoomText() {
        return Math.round(factor() * 100) + " %";
    }

    @Override
    public boolean can(Command command) {
        return switch (command) {
            case ZOOM_IN, ZOOM_OUT, ZOOM_RESET, FIT_PAGE, FIT_WIDTH -> true;
            default -> PageScroller.moves(command);
        };
    }

    @Override
    public void run(Command command) {
        switch (command) {
            case ZOOM_IN -> zoomBy(true);
            case ZOOM_OUT -> zoomBy(false);
            case ZOOM_RESET -> zoom(new Zoom.Factor(1));
            case FIT_PAGE -> zoom(new Zoom.FitPage());
            case FIT_WIDTH -> zoom(new Zoom.FitWidth());
            default -> scroller.move(command);
        }
    }

    @Override
    public void close() {
        placeholder.stop();
        resized.stop();
        closed = true;
        canvas.stopWaiting();
        try {
            listening.close();
        } catch (Exception e) {
            throw new IllegalStateException("A listener that only leaves a list cannot fail", e);
        }
    }
}
