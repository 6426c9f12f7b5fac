package netreader.ui.painted;

import static netreader.ui.look.Painting.px;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import javax.swing.Timer;
import netreader.client.ClientException;
import netreader.client.PagePicture;
import netreader.client.PaintedReading;
import netreader.format.PageSize;
import netreader.ui.book.PageScroller;
import netreader.ui.painted.layout.Arrangement;
import netreader.ui.painted.layout.Hold;
import netreader.ui.painted.layout.PageLayout;
import netreader.ui.painted.layout.PageSizes;
import netreader.ui.painted.layout.RenderScale;
import netreader.ui.painted.layout.Zoom;
import netreader.ui.painted.text.PageTexts;
import netreader.ui.work.UiContext;

/**
 * Where on the desk somebody reads: lays out the pages, follows which one is seen, and keeps the place when pages have
 * other sizes or places. One page at a time, the old one stays until the new one is there. Event thread.
 */
final class DeskView implements Sheets.Listener, DeskScroller.Turning {
    private static final int MARGIN = 14;
    private static final int GAP = 10;

    /** A page that takes longer than this leaves the old one misleading. */
    private static final int PATIENCE_MILLIS = 150;

    private static final int RESIZE_MILLIS = 120;

    private final PaintedReading reading;
    private final Reader reader;
    private final PageSizes sizes;
    private final Sheets sheets;
    private final Desk desk;
    private final DeskScroller scroller;
    private final Timer patience = new Timer(PATIENCE_MILLIS, e -> putUp());
    private final Timer resized = new Timer(RESIZE_MILLIS, e -> ask());
    private Arrangement arrangement;
    private Zoom zoom;
    private int quarters;
    private boolean begun;
    private boolean laying;
    private boolean wanting;
    private boolean relaid;
    private int page;

    /** The page whose row is on the desk, where that is one row; -1 as long as there is none. */
    private int put = -1;

    private PageScroller.Landing landing = PageScroller.Landing.TOP;
    /** A page was gone to that is not on the desk yet. */
    private boolean toPutUp = true;
    /** Where the view was when a page was put up; as long as it stands there, that page is the one that is read. */
    private Optional<Point> stands = Optional.empty();

    private List<Integer> wanted = List.of();
    private Optional<RenderScale> wantedScale = Optional.empty();
    private final Set<Integer> missing = new HashSet<>();
    /** The page that was wanted when something failed for which it cannot help; -1 if none. */
    private int missed = -1;

    /** What hears of the reading. */
    interface Reader {
        void turned(int page);

        /** Other pages are seen. */
        void sees(List<Integer> pages);

        /** What stands on the sheet of a page that is at fault itself; empty for other failures. */
        Optional<String> sentence(ClientException failure);

        void failed(ClientException failure);

        void recovered();
    }

    /** @param page to begin with */
    DeskView(
            UiContext context,
            PaintedReading reading,
            PageTexts texts,
            Marks marks,
            Arrangement arrangement,
            Zoom zoom,
            int page,
            Reader reader) {
        this.reading = reading;
        this.arrangement = arrangement;
        this.zoom = zoom;
        this.page = page;
        this.reader = reader;
        sizes = new PageSizes(reading.pageCount());
        sheets = new Sheets(context.background(), reading.pictures(), this);
        desk = new Desk(
                sheets, texts, marks, () -> context.text().get("page.partial"), layout(new Dimension(1, 1), size -> 1));
        scroller = new DeskScroller(desk, this, (larger, at) -> zoom(Zoom.step(factor(), larger), at));
        scroller.getViewport().addChangeListener(e -> scrolled());
        scroller.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent e) {
                resized();
            }
        });
        patience.setRepeats(false);
        resized.setRepeats(false);
    }

    private PageLayout layout(Dimension view, ToDoubleFunction<PageSize> scale) {
        int there = put < 0 ? page : put;
        PageLayout.Spacing spacing = new PageLayout.Spacing(px(MARGIN), px(GAP));
        return new PageLayout(sizes, arrangement, quarters, scale, spacing, view, there);
    }

    DeskScroller scroller() {
        return scroller;
    }

    Desk desk() {
        return desk;
    }

    Sheets sheets() {
        return sheets;
    }

    int page() {
        return page;
    }

    Arrangement arrangement() {
        return arrangement;
    }

    @Override
    public boolean isPaged() {
        return !arrangement.continuous();
    }

    double factor() {
        return scale().factor(sizes.of(page));
    }

    private RenderScale scale() {
        boolean fitsPage = zoom instanceof Zoom.FitPage;
        // Room for the bar whether it is there or not, or the page would change its size when it comes.
        Dimension room = scroller.room(!fitsPage || arrangement.continuous());
        int width = room.width - 2 * px(MARGIN);
        return new RenderScale(
                zoom,
                Math.max(px(40), arrangement.facing() ? (width - px(GAP)) / 2 : width),
                Math.max(px(40), room.height - 2 * px(MARGIN)),
                UIScale.getUserScaleFactor(),
                scroller.deviceScale(),
                quarters % 2 == 1);
    }

    /** Lays the pages anew, and finds the place again that was held, at the same point of the view. */
    private void lay(Hold held, Point inView) {
        laying = true;
        Dimension room = scroller.room(true);
        desk.lay(layout(room, scale()::userPixelsPerPoint));
        scroller.doLayout(); // at once: what is held is to be found in the new sizes
        scroller.getViewport().doLayout();
        PageLayout pages = desk.pages();
        if (pages.has(held.page())) {
            Point found = pages.find(held);
            Point corner = desk.corner();
            scroller.show(new Point(found.x + corner.x - inView.x, found.y + corner.y - inView.y));
        }
        laying = false;
    }

    private Hold hold(Point inView) {
        Point view = scroller.getViewport().getViewPosition();
        Point corner = desk.corner();
        return desk.pages().hold(view.x + inView.x - corner.x, view.y + inView.y - corner.y);
    }

    /** Lays the pages anew at the place at which the reader is. */
    private void layHere() {
        Point at = scroller.getViewport().getViewPosition();
        if (stands.filter(at::equals).isPresent()) {
            landOn(put);
        } else {
            Point middle = middle();
            lay(hold(middle), middle);
        }
    }

    /** Puts a page up, with its upper edge or its lower one in view. */
    private void landOn(int there) {
        put = there;
        lay(new Hold(there, 0, 0), new Point(0, 0));
        Rectangle bounds = desk.pages().bounds(there);
        Point corner = desk.corner();
        Dimension extent = scroller.getViewport().getExtentSize();
        int margin = px(isPaged() ? MARGIN : GAP);
        int y = landing == PageScroller.Landing.TOP
                ? bounds.y - margin
                : bounds.y + bounds.height + margin - extent.height;
        laying = true;
        scroller.show(new Point((desk.getWidth() - extent.width) / 2, y + corner.y));
        laying = false;
        stands = Optional.of(scroller.getViewport().getViewPosition());
    }

    private void resized() {
        if (!begun || scroller.getWidth() == 0) {
            return;
        }
        if (put >= 0) {
            layHere();
        }
        if (wanted.isEmpty()) {
            ask(); // the first page need not wait until the window has its size
        } else {
            resized.restart();
        }
    }

    /** Begins to read, or asks again for what could not be had. */
    void retry() {
        begun = true;
        missing.clear();
        if (missed >= 0) {
            turnTo(missed, PageScroller.Landing.TOP);
        } else {
            ask();
        }
    }

    void turnTo(int newPage, PageScroller.Landing newLanding) {
        page = newPage;
        missed = -1;
        landing = newLanding;
        toPutUp = true;
        ask();
    }

    @Override
    public void step(int direction, PageScroller.Landing newLanding) {
        desk.pages().beside(page, direction).ifPresent(beside -> turnTo(beside, newLanding));
    }

    @Override
    public void first() {
        turnTo(0, PageScroller.Landing.TOP);
    }

    @Override
    public void last() {
        turnTo(reading.pageCount() - 1, PageScroller.Landing.TOP);
    }

    private void ask() {
        if (scroller.getWidth() == 0 || !begun) {
            return; // not laid out yet; the first resize asks
        }
        if (toPutUp && (arrangement.continuous() || put < 0)) {
            putUp();
        } else if (toPutUp) {
            patience.restart();
        }
        reader.turned(page);
        want(true);
    }

    /** The row of the page comes to the desk instead of what was seen. */
    private void putUp() {
        patience.stop();
        toPutUp = false;
        landOn(page);
        desk.repaint(page);
    }

    /**
     * Wants the pages that are seen, or are going to be.
     *
     * @param again even if these are the ones that were wanted last
     */
    private void want(boolean again) {
        List<Integer> pages = arrangement.continuous() ? mostCentralFirst(desk.seen()) : rowOfPage();
        RenderScale scale = scale();
        if (!again && pages.equals(wanted) && wantedScale.filter(scale::equals).isPresent()) {
            return;
        }
        wanted = pages;
        wantedScale = Optional.of(scale);
        missing.retainAll(pages);
        wanting = true;
        sheets.want(pages, put < 0 ? List.of() : desk.pages().rowWith(put), scale);
        wanting = false;
        reader.sees(pages);
        if (relaid) {
            relaid = false;
            want(false);
        }
    }

    private List<Integer> rowOfPage() {
        List<Integer> row = new ArrayList<>(desk.pages().rowWith(page));
        row.remove(Integer.valueOf(page));
        row.add(0, page);
        return row;
    }

    private List<Integer> mostCentralFirst(List<Integer> seen) {
        Rectangle view = scroller.getViewport().getViewRect();
        Comparator<Integer> central = Comparator.comparingDouble(
                each -> Math.abs(desk.pages().bounds(each).getCenterY() + desk.corner().y - view.getCenterY()));
        return seen.isEmpty() ? List.of(page) : seen.stream().sorted(central).toList();
    }

    /** The view has moved. */
    private void scrolled() {
        Point at = scroller.getViewport().getViewPosition();
        if (laying || !begun || put < 0 || !arrangement.continuous()) {
            return;
        }
        if (stands.filter(at::equals).isEmpty()) {
            stands = Optional.empty();
            follow(at);
        }
        want(false);
    }

    private void follow(Point at) {
        Rectangle view = scroller.getViewport().getViewRect();
        Point corner = desk.corner();
        int near = desk.pages().pageNear(view.x + view.width / 2 - corner.x, at.y + view.height / 3 - corner.y);
        boolean atEnd = at.y > 0 && at.y + view.height >= desk.getHeight();
        int now = atEnd ? reading.pageCount() - 1 : desk.pages().rowWith(near).get(0);
        if (now != page) {
            page = now;
            put = now;
            missed = -1;
            reader.turned(page);
        }
    }

    @Override
    public void came(PagePicture picture) {
        if (sizes.put(picture.page(), picture.size()) && put >= 0) {
            sized();
        }
        missing.remove(picture.page());
        if (toPutUp && wanted.contains(picture.page())) {
            putUp();
        }
        if (missed < 0 && missing.isEmpty()) {
            reader.recovered(); // the old page in another size is not what was wanted
        }
    }

    /** Pages have other sizes than they were taken to have. */
    private void sized() {
        layHere();
        if (wanting) {
            relaid = true;
        } else {
            want(false);
        }
    }

    /** The sizes of pages have been read. */
    void sized(Map<Integer, PageSize> read) {
        boolean different = false;
        for (Map.Entry<Integer, PageSize> entry : read.entrySet()) {
            different |= sizes.put(entry.getKey(), entry.getValue());
        }
        if (different && put >= 0) {
            sized();
        }
    }

    boolean knowsSize(int wantedPage) {
        return sizes.isKnown(wantedPage);
    }

    @Override
    public void changed(int changedPage) {
        desk.repaint(changedPage);
    }

    @Override
    public void failed(int failedPage, ClientException failure) {
        if (failure.is("CANCELLED")) {
            return;
        }
        Optional<String> sentence = reader.sentence(failure);
        if (sentence.isPresent()) {
            // A sheet stands for the page, and the reader can turn past it.
            sheets.of(failedPage).sentence(sentence.get());
            desk.repaint(failedPage);
            if (toPutUp && wanted.contains(failedPage)) {
                putUp();
            }
            reader.recovered();
            return;
        }
        if (toPutUp && wanted.contains(failedPage)) {
            stay();
        } else {
            missing.add(failedPage);
        }
        reader.failed(failure);
    }

    /** The old page stays, and is the one from which pages are turned. */
    private void stay() {
        patience.stop();
        toPutUp = false;
        missed = page;
        page = put;
        reader.turned(page);
    }

    /** @param at the point of the view that is to stay where it is */
    void zoom(Zoom newZoom, Point at) {
        if (put < 0) {
            zoom = newZoom;
            return;
        }
        Hold held = hold(at);
        zoom = newZoom;
        lay(held, at);
        stands = Optional.empty();
        want(true);
        reader.turned(page);
    }

    /** Fits the page that is read, which then is seen from its top. */
    void fit(Zoom newZoom) {
        zoom = newZoom;
        goOnAtPage();
    }

    Zoom zoom() {
        return zoom;
    }

    Point middle() {
        Dimension extent = scroller.getViewport().getExtentSize();
        return new Point(extent.width / 2, extent.height / 2);
    }

    void arrange(Arrangement newArrangement) {
        arrangement = newArrangement;
        goOnAtPage();
    }

    /** @param by quarters to the right; negative to the left */
    void rotate(int by) {
        quarters = Math.floorMod(quarters + by, 4);
        sheets.finish(new Finish(quarters, sheets.finish().night()));
        goOnAtPage();
    }

    void night(boolean night) {
        sheets.finish(new Finish(quarters, night));
        desk.repaint();
    }

    private void goOnAtPage() {
        landing = PageScroller.Landing.TOP;
        if (put >= 0) {
            landOn(page);
            ask();
        }
    }

    void close() {
        patience.stop();
        resized.stop();
        desk.stopMoving();
        sheets.close();
    }
}
