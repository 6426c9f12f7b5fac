package netreader.ui.book;

import static netreader.ui.look.Painting.px;

import javax.swing.BorderFactory;
import javax.swing.InputMap;
import javax.swing.JComponent;
import javax.swing.JScrollBar;
import javax.swing.JScrollPane;
import javax.swing.JViewport;
import netreader.ui.command.Command;

/** The part of a book's pages that is seen, and how the commands of the keys move it. Event thread. */
public abstract class PageScroller extends JScrollPane {
    private static final long serialVersionUID = 1;

    /** Of a line, and of what two screens have in common; in pixels at a scale of 100 %. */
    private static final int LINE = 48;

    /** Where on a new page the screen stands. */
    public enum Landing {
        TOP,
        BOTTOM
    }

    protected PageScroller(JComponent pages) {
        super(pages);
        setBorder(BorderFactory.createEmptyBorder());
        getViewport().setScrollMode(JViewport.SIMPLE_SCROLL_MODE);
        getVerticalScrollBar().setUnitIncrement(px(LINE));
        // The pane's own keys for scrolling would hide those of the table of commands.
        setInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, new InputMap());
        setFocusable(false);
    }

    /**
     * Turns to other pages, if there are any.
     *
     * @param direction 1 or -1
     * @param landing where on the new page
     */
    protected abstract void step(int direction, Landing landing);

    protected abstract void first();

    protected abstract void last();

    /** What lies on the right: 1 for the next page, -1 for the one before. */
    protected abstract int onTheRight();

    /** Whether a line that cannot be scrolled turns the page. */
    protected abstract boolean turnsByLine();

    @Override
    public final boolean requestFocusInWindow() {
        return getViewport().getView().requestFocusInWindow();
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
    public final void move(Command command) {
        switch (command) {
            case NEXT_PAGE -> step(1, Landing.TOP);
            case PREVIOUS_PAGE -> step(-1, Landing.TOP);
            case RIGHT -> sideways(1);
            case LEFT -> sideways(-1);
            case SCREEN_DOWN -> screen(1);
            case SCREEN_UP -> screen(-1);
            case LINE_DOWN -> line(1);
            case LINE_UP -> line(-1);
            case FIRST_PAGE -> first();
            case LAST_PAGE -> last();
            default -> throw new IllegalArgumentException(command + " does not move");
        }
    }

    private void sideways(int direction) {
        JScrollBar bar = getHorizontalScrollBar();
        if (bar.isVisible() && bar.getMaximum() > bar.getVisibleAmount()) {
            scroll(bar, direction * px(LINE));
        } else {
            step(direction * onTheRight(), Landing.TOP);
        }
    }

    private void line(int direction) {
        if (!scroll(getVerticalScrollBar(), direction * px(LINE)) && turnsByLine()) {
            beyond(direction);
        }
    }

    private void screen(int direction) {
        int amount = Math.max(px(LINE), getVerticalScrollBar().getBlockIncrement(direction));
        if (!scroll(getVerticalScrollBar(), direction * amount)) {
            beyond(direction);
        }
    }

    /** Goes on where there is nothing left to scroll. */
    protected final void beyond(int direction) {
        step(direction, direction > 0 ? Landing.TOP : Landing.BOTTOM);
    }

    private static boolean scroll(JScrollBar bar, int by) {
        int before = bar.getValue();
        bar.setValue(before + by);
        return bar.getValue() != before;
    }
}
