package netreader.ui.painted;

import static netreader.ui.look.Painting.px;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseWheelEvent;
import java.util.function.BiConsumer;
import netreader.ui.book.PageScroller;
import netreader.ui.book.WheelTurns;
import netreader.ui.look.Painting;

/** The part of a desk that is seen, and how it moves. Event thread. */
final class DeskScroller extends PageScroller {
    private static final long serialVersionUID = 1;

    private final Desk desk;
    private final transient Turning turning;
    private final transient BiConsumer<Boolean, Point> zoom;
    private final transient WheelTurns wheel = new WheelTurns();

    /** Turns to other pages. */
    interface Turning {
        /**
         * @param direction 1 or -1
         * @param landing where on the new page
         */
        void step(int direction, Landing landing);

        void first();

        void last();

        /** What lies on the right: 1 for the next page, -1 for the one before. */
        int onTheRight();

        /** Whether one sees one row of pages at a time. */
        boolean isPaged();
    }

    /** @param zoom hears whether something is to be larger, and the point of the view that is to stay */
    DeskScroller(Desk desk, Turning turning, BiConsumer<Boolean, Point> zoom) {
        super(desk);
        this.desk = desk;
        this.turning = turning;
        this.zoom = zoom;
    }

    @Override
    protected void processMouseWheelEvent(MouseWheelEvent event) {
        if (event.isControlDown()) {
            if (event.getWheelRotation() != 0) {
                zoom.accept(event.getWheelRotation() < 0, event.getPoint());
            }
            event.consume();
            return;
        }
        int before = getVerticalScrollBar().getValue();
        super.processMouseWheelEvent(event);
        if (turning.isPaged() && !event.isShiftDown()) {
            boolean scrolled = before != getVerticalScrollBar().getValue();
            int turn = wheel.moved(event.getPreciseWheelRotation(), event.getWhen(), scrolled);
            if (turn != 0) {
                beyond(turn);
            }
        }
    }

    /** What the desk can fill without bars in the way; a bar that may come is counted. */
    Dimension room(boolean withBar) {
        int bar = withBar ? getVerticalScrollBar().getPreferredSize().width : 0;
        return new Dimension(Math.max(px(40), getWidth() - bar), Math.max(px(40), getHeight()));
    }

    @Override
    protected void step(int direction, Landing landing) {
        turning.step(direction, landing);
    }

    @Override
    protected void first() {
        turning.first();
    }

    @Override
    protected void last() {
        turning.last();
    }

    @Override
    protected int onTheRight() {
        return turning.onTheRight();
    }

    @Override
    protected boolean turnsByLine() {
        return false;
    }

    /** Shows the desk at a point, as near to it as the desk reaches. */
    void show(Point corner) {
        getViewport().setViewPosition(inRange(corner));
    }

    private Point inRange(Point corner) {
        Dimension extent = getViewport().getExtentSize();
        return new Point(
                Math.max(0, Math.min(corner.x, desk.getWidth() - extent.width)),
                Math.max(0, Math.min(corner.y, desk.getHeight() - extent.height)));
    }

    /** Scrolls only if a part of the desk is not seen, and then has it in the upper part of the view. */
    void reveal(Rectangle part) {
        Rectangle view = getViewport().getViewRect();
        if (!view.contains(part)) {
            show(new Point(
                    view.x <= part.x && part.getMaxX() <= view.getMaxX() ? view.x : part.x - px(60),
                    part.y - view.height / 3));
        }
    }

    double deviceScale() {
        return Painting.deviceScale(this);
    }
}
