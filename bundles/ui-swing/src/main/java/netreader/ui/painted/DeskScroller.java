package netreader.ui.painted;

import static netreader.ui.look.Painting.px;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseWheelEvent;
import java.util.function.BiConsumer;
import javax.swing.BorderFactory;
import javax.swing.InputMap;
import javax.swing.JScrollBar;
import javax.swing.JScrollPane;
import javax.swing.JViewport;
import netreader.ui.book.PageScroller;
import netreader.ui.book.WheelTurns;
import netreader.ui.command.Command;
import netreader.ui.look.Painting;

/** The part of a desk that is seen, and how it moves. Event thread. */
final class DeskScroller extends JScrollPane {
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
        void step(int direction, PageScroller.Landing landing);

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
        setBorder(BorderFactory.createEmptyBorder());
        getViewport().setScrollMode(JViewport.SIMPLE_SCROLL_MODE);
        getVerticalScrollBar().setUnitIncrement(px(48));
        // The pane's own keys for scrolling would hide those of the table of commands.
        setInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, new InputMap());
        setFocusable(false);
    }

    @Override
    public boolean requestFocusInWindow() {
        return desk.requestFocusInWindow();
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
                turning.step(turn, turn > 0 ? PageScroller.Landing.TOP : PageScroller.Landing.BOTTOM);
            }
        }
    }

    /** What the desk can fill without bars in the way; a bar that may come is counted. */
    Dimension room(boolean withBar) {
        int bar = withBar ? getVerticalScrollBar().getPreferredSize().width : 0;
        return new Dimension(Math.max(px(40), getWidth() - bar), Math.max(px(40), getHeight()));
    }

    /** Carries out a command for which {@link PageScroller#moves} is true. */
    void move(Command command) {
        switch (command) {
            case NEXT_PAGE -> turning.step(1, PageScroller.Landing.TOP);
            case PREVIOUS_PAGE -> turning.step(-1, PageScroller.Landing.TOP);
            case RIGHT -> sideways(1);
            case LEFT -> sideways(-1);
            case SCREEN_DOWN -> screen(1);
            case SCREEN_UP -> screen(-1);
            case LINE_DOWN -> line(1);
            case LINE_UP -> line(-1);
            case FIRST_PAGE -> turning.first();
            case LAST_PAGE -> turning.last();
            default -> throw new IllegalArgumentException(command + " does not move");
        }
    }

    private void sideways(int direction) {
        JScrollBar bar = getHorizontalScrollBar();
        if (bar.isVisible() && bar.getMaximum() > bar.getVisibleAmount()) {
            scroll(bar, direction * px(48));
        } else {
            turning.step(direction * turning.onTheRight(), PageScroller.Landing.TOP);
        }
    }

    private void line(int direction) {
        scroll(getVerticalScrollBar(), direction * px(48));
    }

    private void screen(int direction) {
        int amount = Math.max(px(48), getViewport().getHeight() - px(48));
        if (!scroll(getVerticalScrollBar(), direction * amount)) {
            turning.step(direction, direction > 0 ? PageScroller.Landing.TOP : PageScroller.Landing.BOTTOM);
        }
    }

    private static boolean scroll(JScrollBar bar, int by) {
        int before = bar.getValue();
        bar.setValue(before + by);
        return bar.getValue() != before;
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
