package netreader.ui.painted;

import static netreader.ui.look.Painting.px;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.Timer;
import netreader.client.ClientException;
import netreader.client.PaintedReading;
import netreader.client.Place;
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

    private final UiContext context;
    private final PaintedReading reading;
    private final Host host;
    private final PageCanvas canvas = new PageCanvas();
    private final PageScroller scroller = new PageScroller(canvas, this);
    private final PageRenderer renderer;
    private final Timer placeholder;
    private final Timer resized;
    private Zoom zoom;
    private Optional<RenderedPage> shown = Optional.empty();
    private Optional<PageScroller.Landing> landing = Optional.of(PageScroller.Landing.TOP);
    private boolean begun;

    /** The page that was wanted when something failed for which it cannot help; -1 if none. */
    private int missed = -1;

    private int page;

    public PaintedView(UiContext context, PaintedReading reading, Optional<Place> place, Host host) {
        this.context = context;
        this.reading = reading;
        this.host = host;
        this.page = inRange(place.map(Place::anchor).orElse(0L));
        this.zoom = Zoom.of(context.preferences().text(ZOOM, "width"));
        renderer = new PageRenderer(context, reading, this::painted, this::failed);
        placeholder = new Timer(PATIENCE_MILLIS, e -> canvas.showPlaceholder(page));
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
                if (begun) {
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
        host.turned(page, reading.pageCount(), page);
        if (shown.map(RenderedPage::page).orElse(-1) != page) {
            placeholder.restart();
        }
        renderer.want(page, scale());
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

    private void painted(RenderedPage rendered) {
        placeholder.stop();
        shown = Optional.of(rendered);
        canvas.show(rendered, scale().userPixelsPerPoint(rendered.size()));
        landing.ifPresent(scroller::land);
        landing = Optional.empty();
        host.recovered();
        host.turned(page, reading.pageCount(), page);
    }

    private void failed(ClientException failure) {
        if (failure.is("CANCELLED")) {
            return;
        }
        placeholder.stop();
        boolean elsewhere = failure.is(ClientException.FORMAT_UNAVAILABLE) || failure.is(ClientException.LOCAL_IO);
        if (elsewhere && shown.isPresent()) {
            stay(shown.get());
        } else {
            // The page itself is at fault: an empty sheet stands for it, and the reader can turn past it.
            canvas.showPlaceholder(page);
        }
        host.failed(failure);
    }

    private void stay(RenderedPage here) {
        if (here.page() != page) {
            missed = page;
            page = here.page();
        }
        canvas.show(here, scale().userPixelsPerPoint(here.size()));
        host.turned(page, reading.pageCount(), page);
    }

    private void fitSheet() {
        shown.ifPresent(now -> canvas.resizeSheet(now.size(), scale().userPixelsPerPoint(now.size())));
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
        return shown.map(now -> scale().factor(now.size())).orElse(1.0);
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
        renderer.close();
    }
}
