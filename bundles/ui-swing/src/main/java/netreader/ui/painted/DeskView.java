package netreader.ui.painted;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.swing.Timer;
import netreader.client.ClientException;
import netreader.client.PagePicture;
import netreader.client.PaintedReading;
import netreader.format.PageSize;
import netreader.format.ReadingDirection;
import netreader.ui.book.PageScroller;
import netreader.ui.painted.layout.Arrangement;
import netreader.ui.painted.layout.Hold;
import netreader.ui.painted.layout.PageSizes;
import netreader.ui.painted.layout.RenderScale;
import netreader.ui.painted.layout.Zoom;
import netreader.ui.painted.text.PageTexts;
import netreader.ui.work.UiContext;

/**
 * Where on the desk somebody reads: follows which page is seen, and wants the pictures of those that are. One page at a time, the old one stays until the new one is there. Event thread.
 */
final class DeskView implements Sheets.Listener, DeskScroller.Turning {
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
    private final DeskPlacing placing;
    private boolean begun;
    private boolean wanting;
    private boolean relaid;
    private int page;

    private PageScroller.Landing landing = PageScroller.Landing.TOP;
    /** Where the book was left, as long as no other page was gone to. */
    private Optional<Hold> left = Optional.empty();

    /** A page was gone to that is not on the desk yet. */
    private boolean toPutUp = true;

    private List<Integer> wanted = List.of();
    private Optional<RenderScale> wantedScale = Optional.empty();
    private final MissingPages missing = new MissingPages();

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
        this.page = page;
        this.reader = reader;
        sizes = new PageSizes(reading.pageCount());
        sheets = new Sheets(context.background(), reading.pictures(), this);
        desk = new Desk(
                sheets,
                texts,
                marks,
                () -> context.text().get("page.partial"),
                DeskPlacing.unseen(sizes, arrangement, page));
        scroller = new DeskScroller(desk, this, (larger, at) -> zoom(Zoom.step(factor(), larger), at));
        placing = new DeskPlacing(sizes, desk, scroller, arrangement, zoom);
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
        return placing.arrangement();
    }

    @Override
    public int onTheRight() {
        return arrangement().direction() == ReadingDirection.LEFT_TO_RIGHT ? 1 : -1;
    }

    @Override
    public boolean isPaged() {
        return !placing.arrangement().continuous();
    }

    double factor() {
        return placing.scale().factor(sizes.of(page));
    }

    private void resized() {
        if (!begun || scroller.getWidth() == 0) {
            return;
        }
        if (placing.isBegun()) {
            placing.layHere();
        }
        if (wanted.isEmpty()) {
            ask(); // the first page need not wait until the window has its size
        } else {
            resized.restart();
        }
    }

    /** Begins to read, or asks again for what could not be had. */
    void retry() {
        OptionalInt missed = missing.retry(begun);
        begun = true;
        if (missed.isPresent()) {
            turnTo(missed.getAsInt(), PageScroller.Landing.TOP);
        } else {
            ask();
        }
    }

    /** The first page is put up with this at the upper left corner of the view. */
    void goOnAt(Hold held) {
        left = Optional.of(held);
    }

    /** What stands at the upper left corner of the view; empty before there is anything. */
    Optional<Hold> here() {
        return placing.isBegun() ? Optional.of(placing.hold(new Point(0, 0))) : Optional.empty();
    }

    void turnTo(int newPage, PageScroller.Landing newLanding) {
        page = newPage;
        left = Optional.empty();
        missing.goesOn();
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
        if (toPutUp && (!isPaged() || !placing.isBegun())) {
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
        left.ifPresentOrElse(held -> placing.land(page, held), () -> placing.land(page, landing));
        left = Optional.empty();
        desk.repaint(page);
    }

    /**
     * Wants the pages that are seen, or are going to be.
     *
     * @param again even if these are the ones that were wanted last
     */
    private void want(boolean again) {
        List<Integer> pages = isPaged() ? rowOfPage() : seen();
        RenderScale scale = placing.scale();
        if (!again && pages.equals(wanted) && wantedScale.filter(scale::equals).isPresent()) {
            return;
        }
        wanted = pages;
        wantedScale = Optional.of(scale);
        missing.areSeen(pages);
        wanting = true;
        sheets.want(pages, placing.isBegun() ? desk.pages().rowWith(placing.put()) : List.of(), scale);
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

    private List<Integer> seen() {
        List<Integer> seen = desk.seenCentralFirst();
        return seen.isEmpty() ? List.of(page) : seen;
    }

    /** The view has moved. */
    private void scrolled() {
        if (placing.isLaying() || !begun || !placing.isBegun() || isPaged()) {
            return;
        }
        if (!placing.isWhereItLanded()) {
            follow(scroller.getViewport().getViewPosition());
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
            placing.follow(now);
            missing.goesOn();
            reader.turned(page);
        }
    }

    @Override
    public void came(PagePicture picture) {
        if (sizes.put(picture.page(), picture.size()) && placing.isBegun()) {
            sized();
        }
        missing.isHere(picture.page());
        if (toPutUp && wanted.contains(picture.page())) {
            putUp();
        }
        recover();
    }

    /** The old page in another size is not what was wanted when something failed. */
    private void recover() {
        if (missing.isOver()) {
            reader.recovered();
        }
    }

    /** Pages have other sizes than they were taken to have. */
    private void sized() {
        placing.layHere();
        reader.turned(page); // its zoom is another one
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
        if (different && placing.isBegun()) {
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
            describe(failedPage, "");
            if (toPutUp && wanted.contains(failedPage)) {
                putUp();
            }
            missing.isHere(failedPage);
            recover();
            return;
        }
        if (toPutUp && wanted.contains(failedPage)) {
            stay();
        } else {
            missing.failed(failedPage);
        }
        reader.failed(failure);
    }

    /** What those hear of the page who do not see it: why it is not there, and its text. */
    void describe(int described, String text) {
        if (described == page()) {
            String why = sheets.of(described).sentence().orElse("");
            desk.getAccessibleContext().setAccessibleDescription((why + "\n" + text).strip());
        }
    }

    /** The old page stays, and is the one from which pages are turned. */
    private void stay() {
        patience.stop();
        toPutUp = false;
        missing.gaveUp(page);
        page = placing.put();
        reader.turned(page);
    }

    /** @param at the point of the view that is to stay where it is */
    void zoom(Zoom newZoom, Point at) {
        Hold held = placing.hold(at);
        placing.zoom(newZoom);
        if (placing.isBegun()) {
            placing.lay(held, at);
            want(true);
            reader.turned(page);
        }
    }

    /** Fits the page that is read, which then is seen from its top. */
    void fit(Zoom newZoom) {
        placing.zoom(newZoom);
        goOnAtPage();
    }

    Zoom zoom() {
        return placing.zoom();
    }

    Point middle() {
        return placing.middle();
    }

    void arrange(Arrangement newArrangement) {
        placing.arrange(newArrangement);
        goOnAtPage();
    }

    /** @param by quarters to the right; negative to the left */
    void rotate(int by) {
        placing.quarters(Math.floorMod(placing.quarters() + by, 4));
        sheets.finish(new Finish(placing.quarters(), sheets.finish().night()));
        goOnAtPage();
    }

    void night(boolean night) {
        sheets.finish(new Finish(placing.quarters(), night));
        desk.repaint();
    }

    private void goOnAtPage() {
        landing = PageScroller.Landing.TOP;
        if (placing.isBegun()) {
            putUp();
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
