package netreader.ui.painted;

import static netreader.ui.look.Painting.px;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import netreader.format.PageSize;
import netreader.ui.book.PageScroller;
import netreader.ui.painted.layout.Arrangement;
import netreader.ui.painted.layout.Hold;
import netreader.ui.painted.layout.PageLayout;
import netreader.ui.painted.layout.PageSizes;
import netreader.ui.painted.layout.RenderScale;
import netreader.ui.painted.layout.Zoom;

/** Lays the pages of a book on the desk, and has the view find its place again when they lie otherwise. Event thread. */
final class DeskPlacing {
    private static final int MARGIN = 14;
    private static final int GAP = 10;

    private final PageSizes sizes;
    private final Desk desk;
    private final DeskScroller scroller;
    private Arrangement arrangement;
    private Zoom zoom;
    private int quarters;
    private boolean laying;

    /** The page whose row is on the desk, where that is one row; -1 as long as there is none. */
    private int put = -1;

    private PageScroller.Landing landing = PageScroller.Landing.TOP;

    /** What stands at the corner of the view where a page was put up; empty if that is its upper or lower edge. */
    private Optional<Hold> heldThere = Optional.empty();

    /** Where the view was when a page was put up. */
    private Optional<Point> landed = Optional.empty();

    DeskPlacing(PageSizes sizes, Desk desk, DeskScroller scroller, Arrangement arrangement, Zoom zoom) {
        this.sizes = sizes;
        this.desk = desk;
        this.scroller = scroller;
        this.arrangement = arrangement;
        this.zoom = zoom;
    }

    /** The pages of a view that has no size yet. */
    static PageLayout unseen(PageSizes sizes, Arrangement arrangement, int page) {
        return layout(sizes, arrangement, 0, size -> 1, new Dimension(1, 1), page);
    }

    private static PageLayout layout(
            PageSizes sizes,
            Arrangement arrangement,
            int quarters,
            ToDoubleFunction<PageSize> scale,
            Dimension view,
            int page) {
        PageLayout.Spacing spacing = new PageLayout.Spacing(px(MARGIN), px(GAP));
        return new PageLayout(sizes, arrangement, quarters, scale, spacing, view, page);
    }

    Arrangement arrangement() {
        return arrangement;
    }

    void arrange(Arrangement newArrangement) {
        arrangement = newArrangement;
    }

    Zoom zoom() {
        return zoom;
    }

    void zoom(Zoom newZoom) {
        zoom = newZoom;
    }

    /** By which pages are turned to the right, 0 to 3. */
    int quarters() {
        return quarters;
    }

    void quarters(int turned) {
        quarters = turned;
    }

    /** Whether there is something on the desk. */
    boolean isBegun() {
        return put >= 0;
    }

    int put() {
        return put;
    }

    /** The page is read now, without having been put up. */
    void follow(int page) {
        put = page;
    }

    /** Whether the view moves only because pages are laid anew. */
    boolean isLaying() {
        return laying;
    }

    /** Whether the view stands where a page was put up, so that this page is the one that is read. */
    boolean isWhereItLanded() {
        Point at = scroller.getViewport().getViewPosition();
        landed = landed.filter(at::equals);
        return landed.isPresent();
    }

    RenderScale scale() {
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

    /**
     * Lays the pages anew, and finds the place again that was held.
     *
     * @param inView where in the view it is to be
     */
    void lay(Hold held, Point inView) {
        laying = true;
        Dimension room = scroller.room(true);
        desk.lay(layout(sizes, arrangement, quarters, scale()::userPixelsPerPoint, room, put));
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

    /** @param inView a point of the view */
    Hold hold(Point inView) {
        Point view = scroller.getViewport().getViewPosition();
        Point corner = desk.corner();
        return desk.pages().hold(view.x + inView.x - corner.x, view.y + inView.y - corner.y);
    }

    /** Lays the pages anew at the place at which the reader is. */
    void layHere() {
        if (isWhereItLanded()) {
            heldThere.ifPresentOrElse(held -> land(put, held), () -> land(put, landing));
        } else {
            Point middle = middle();
            lay(hold(middle), middle);
        }
    }

    /** Puts a page up, with what is held at the upper left corner of the view. */
    void land(int there, Hold held) {
        put = there;
        heldThere = Optional.of(held);
        lay(held, new Point(0, 0));
        landed = Optional.of(scroller.getViewport().getViewPosition());
    }

    /** Puts a page up, with its upper edge or its lower one in view. */
    void land(int there, PageScroller.Landing newLanding) {
        put = there;
        landing = newLanding;
        heldThere = Optional.empty();
        lay(new Hold(there, 0, 0), new Point(0, 0));
        Rectangle bounds = desk.pages().bounds(there);
        Point corner = desk.corner();
        Dimension extent = scroller.getViewport().getExtentSize();
        int margin = px(arrangement.continuous() ? GAP : MARGIN);
        int y = landing == PageScroller.Landing.TOP
                ? bounds.y - margin
                : bounds.y + bounds.height + margin - extent.height;
        laying = true;
        scroller.show(new Point((desk.getWidth() - extent.width) / 2, y + corner.y));
        laying = false;
        landed = Optional.of(scroller.getViewport().getViewPosition());
    }

    Point middle() {
        Dimension extent = scroller.getViewport().getExtentSize();
        return new Point(extent.width / 2, extent.height / 2);
    }
}
