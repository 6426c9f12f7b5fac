package netreader.ui.flowing;

import java.awt.event.MouseWheelEvent;
import java.util.function.IntConsumer;
import javax.swing.JScrollBar;
import javax.swing.SwingUtilities;
import netreader.ui.book.PageScroller;
import netreader.ui.book.WheelTurns;

/** Scrolls within a page of text, and turns it where there is nothing left to scroll. Event thread. */
final class TextScroller extends PageScroller {
    private static final long serialVersionUID = 1;

    /** Turns the pages. */
    interface Pages {
        int page();

        int count();

        /** @param page from 0, in range */
        void turnTo(int page, Landing landing);
    }

    private final transient Pages pages;
    private final transient WheelTurns wheel = new WheelTurns();

    /** @param zoom is given 1 to enlarge, -1 to shrink, when the wheel moves while Ctrl is held */
    TextScroller(TextSheet sheet, Pages pages, IntConsumer zoom) {
        super(sheet);
        this.pages = pages;
        sheet.addMouseWheelListener(event -> {
            if (event.isControlDown()) {
                if (event.getWheelRotation() != 0) { // fingers move by parts of a notch
                    zoom.accept(event.getWheelRotation() < 0 ? 1 : -1);
                }
            } else if (!turnsBy(event)) {
                dispatchEvent(SwingUtilities.convertMouseEvent(sheet, event, this));
            }
        });
    }

    /** A movement of the wheel that begins where there is nothing left to scroll turns the page. */
    private boolean turnsBy(MouseWheelEvent event) {
        if (event.isShiftDown()) {
            return false;
        }
        JScrollBar bar = getVerticalScrollBar();
        double rotation = event.getPreciseWheelRotation();
        boolean atEnd =
                rotation > 0 ? bar.getValue() + bar.getVisibleAmount() >= bar.getMaximum() : bar.getValue() <= 0;
        int turn = wheel.moved(rotation, event.getWhen(), !atEnd);
        if (turn != 0) {
            beyond(turn);
        }
        return turn != 0;
    }

    @Override
    protected void step(int direction, Landing landing) {
        turn(pages.page() + direction, landing);
    }

    @Override
    protected void first() {
        turn(0, Landing.TOP);
    }

    @Override
    protected void last() {
        turn(pages.count() - 1, Landing.TOP);
    }

    @Override
    protected int onTheRight() {
        return 1;
    }

    @Override
    protected boolean turnsByLine() {
        return true;
    }

    private void turn(int page, Landing landing) {
        if (page >= 0 && page < pages.count() && page != pages.page()) {
            pages.turnTo(page, landing);
        }
    }
}
