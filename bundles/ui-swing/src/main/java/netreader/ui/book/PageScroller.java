package netreader.ui.book;

import static netreader.ui.look.Painting.px;

import java.awt.Component;
import java.awt.event.MouseWheelEvent;
import java.util.function.IntConsumer;
import javax.swing.BorderFactory;
import javax.swing.InputMap;
import javax.swing.JComponent;
import javax.swing.JScrollBar;
import javax.swing.JScrollPane;
import netreader.ui.command.Command;

/** Scrolls within a page, and turns it where there is nothing left to scroll. Event thread. */
public final class PageScroller extends JScrollPane {
    private static final long serialVersionUID = 1;

    /** Where on a new page the screen stands. */
    public enum Landing {
        TOP,
        BOTTOM
    }

    /** Turns the pages. */
    public interface Pages {
        int page();

        int count();

        /** @param page from 0, in range */
        void turnTo(int page, Landing landing);
    }

    private final transient Pages pages;
    private boolean wheelTurns;
    private final transient WheelTurns wheel = new WheelTurns();

    public PageScroller(JComponent page, Pages pages) {
        super(page);
        this.pages = pages;
        setBorder(BorderFactory.createEmptyBorder());
        getViewport().setScrollMode(javax.swing.JViewport.SIMPLE_SCROLL_MODE);
        getVerticalScrollBar().setUnitIncrement(px(48));
        // The pane's own keys for scrolling would hide those of the table of commands.
        setInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, new InputMap());
        setFocusable(false);
    }

    @Override
    public boolean requestFocusInWindow() {
        return getViewport().getView().requestFocusInWindow();
    }

    /**
     * Ctrl and the wheel zoom; the wheel alone scrolls.
     *
     * @param zoom is given 1 to enlarge, -1 to shrink
     */
    public void zoomByWheel(IntConsumer zoom) {
        Component page = getViewport().getView();
        page.addMouseWheelListener(event -> {
            if (event.isControlDown()) {
                if (event.getWheelRotation() != 0) { // fingers move by parts of a notch
                    zoom.accept(event.getWheelRotation() < 0 ? 1 : -1);
                }
            } else if (!turnsBy(event)) {
                dispatchEvent(javax.swing.SwingUtilities.convertMouseEvent(page, event, this));
            }
        });
    }

    /** A movement of the wheel that begins where there is nothing left to scroll turns the page. */
    public void turnByWheel() {
        wheelTurns = true;
    }

    private boolean turnsBy(MouseWheelEvent event) {
        if (!wheelTurns || event.isShiftDown()) {
            return false;
        }
        JScrollBar bar = getVerticalScrollBar();
        double rotation = event.getPreciseWheelRotation();
        boolean atEnd =
                rotation > 0 ? bar.getValue() + bar.getVisibleAmount() >= bar.getMaximum() : bar.getValue() <= 0;
        int turn = wheel.moved(rotation, event.getWhen(), !atEnd);
        if (turn != 0) {
            step(turn, turn > 0 ? Landing.TOP : Landing.BOTTOM);
        }
        return turn != 0;
    }

    public static boolean moves(Command command) {
        return switch (command) {
            case NEXT_PAGE,
                    PREVIOUS_PAGE,
                    RIGHT,
                    LEFT,
                    SCREEN_DOWN,
                    SCREEN_UP,
                    LINE_DOWN,
                    LINE_UP,
                    FIRST_PAGE,
                    LAST_PAGE -> true;
            default -> false;
        };
    }

    /** Carries out a command for which {@link #moves} is true. */
    public void move(Command command) {
        switch (command) {
            case NEXT_PAGE -> step(1, Landing.TOP);
            case PREVIOUS_PAGE -> step(-1, Landing.TOP);
            case RIGHT -> sideways(1);
            case LEFT -> sideways(-1);
            case SCREEN_DOWN -> screen(1);
            case SCREEN_UP -> screen(-1);
            case LINE_DOWN -> scrollOrTurn(1, px(48));
            case LINE_UP -> scrollOrTurn(-1, px(48));
            case FIRST_PAGE -> turn(0, Landing.TOP);
            case LAST_PAGE -> turn(pages.count() - 1, Landing.TOP);
            default -> throw new IllegalArgumentException(command + " does not move");
        }
    }

    private void sideways(int direction) {
        JScrollBar bar = getHorizontalScrollBar();
        if (bar.isVisible() && bar.getMaximum() > bar.getVisibleAmount()) {
            scroll(bar, direction * px(48));
        } else {
            step(direction, Landing.TOP);
        }
    }

    private void screen(int direction) {
        scrollOrTurn(direction, Math.max(px(48), getVerticalScrollBar().getBlockIncrement(direction)));
    }

    private void scrollOrTurn(int direction, int amount) {
        if (!scroll(getVerticalScrollBar(), direction * amount)) {
            step(direction, direction > 0 ? Landing.TOP : Landing.BOTTOM);
        }
    }

    private static boolean scroll(JScrollBar bar, int by) {
        int before = bar.getValue();
        bar.setValue(before + by);
        return bar.getValue() != before;
    }

    private void step(int direction, Landing landing) {
        turn(pages.page() + direction, landing);
    }

    private void turn(int page, Landing landing) {
        if (page >= 0 && page < pages.count() && page != pages.page()) {
            pages.turnTo(page, landing);
        }
    }
}
