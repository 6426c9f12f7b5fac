package netreader.ui.painted;

import java.awt.Cursor;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Optional;
import java.util.function.Function;
import javax.swing.JViewport;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import netreader.format.Link;
import netreader.ui.painted.layout.PageSpot;
import netreader.ui.painted.text.PageTexts;

/**
 * What the mouse does on a desk: selects text from where there is some, moves the desk from where there is none, follows
 * links, and turns pages by clicks. Event thread.
 */
final class DeskMouse extends MouseAdapter {
    /** Who wants a word clicks for the second time within this; until then a click on text turns no page. */
    private static final int SECOND_CLICK_MILLIS = 300;

    private final Desk desk;
    private final PageTexts texts;
    private final TextPicker picker;
    private final Deeds deeds;
    private Optional<Point> grabbed = Optional.empty();
    private boolean selecting;
    private boolean dragged;
    /** Whether something was selected before the click, which then ends only that. */
    private boolean had;

    private final Timer second = new Timer(SECOND_CLICK_MILLIS, e -> clickedOnText());
    private double across;

    /** What clicks lead to. */
    interface Deeds {
        void follow(Link link);

        /**
         * A click beside links and words.
         *
         * @param across where in the view, from 0 at its left edge to 1
         */
        void clicked(double across);

        /** The context menu is wanted. */
        void menu(MouseEvent event);

        /** What a link leads to, for a tooltip. */
        String describe(Link link);
    }

    DeskMouse(Desk desk, PageTexts texts, TextPicker picker, Deeds deeds) {
        this.desk = desk;
        this.texts = texts;
        this.picker = picker;
        this.deeds = deeds;
        second.setRepeats(false);
        desk.addMouseListener(this);
        desk.addMouseMotionListener(this);
    }

    private PageSpot near(MouseEvent event) {
        Point corner = desk.corner();
        return desk.pages().spotNear(event.getX() - corner.x, event.getY() - corner.y);
    }

    private <T> Optional<T> on(MouseEvent event, Function<PageSpot, Optional<T>> what) {
        Point corner = desk.corner();
        return desk.pages()
                .spotAt(event.getX() - corner.x, event.getY() - corner.y)
                .flatMap(what);
    }

    private Optional<Link> link(MouseEvent event) {
        return on(event, spot -> texts.at(spot.page()).flatMap(words -> words.linkAt(spot.x(), spot.y())));
    }

    private boolean isOnText(MouseEvent event) {
        return on(event, spot -> texts.at(spot.page()).filter(words -> words.hasTextAt(spot.x(), spot.y())))
                .isPresent();
    }

    @Override
    public void mousePressed(MouseEvent event) {
        desk.requestFocusInWindow();
        second.stop();
        dragged = false;
        had = picker.hasSelection();
        selecting = false;
        grabbed = Optional.empty();
        if (event.isPopupTrigger()) {
            deeds.menu(event);
        } else if (SwingUtilities.isMiddleMouseButton(event)) {
            grabbed = Optional.of(event.getLocationOnScreen());
        } else if (SwingUtilities.isLeftMouseButton(event)) {
            press(event);
        }
    }

    private void press(MouseEvent event) {
        if (event.isShiftDown() && picker.hasSelection()) {
            selecting = true;
            picker.reach(near(event));
        } else if (isOnText(event) && (link(event).isEmpty() || event.getClickCount() > 1)) {
            selecting = true;
            picker.begin(near(event), event.getClickCount());
        } else {
            grabbed = Optional.of(event.getLocationOnScreen());
        }
    }

    @Override
    public void mouseDragged(MouseEvent event) {
        dragged = true;
        if (selecting) {
            desk.scrollRectToVisible(new Rectangle(event.getX(), event.getY(), 1, 1));
            picker.reach(near(event));
        } else {
            grabbed.ifPresent(from -> drag(from, event.getLocationOnScreen()));
        }
    }

    private void drag(Point from, Point to) {
        JViewport view = (JViewport) desk.getParent();
        Point at = view.getViewPosition();
        Rectangle moved = new Rectangle(
                at.x + from.x - to.x, at.y + from.y - to.y, view.getExtentSize().width, view.getExtentSize().height);
        cursor(Cursor.MOVE_CURSOR);
        desk.scrollRectToVisible(moved);
        grabbed = Optional.of(to);
    }

    @Override
    public void mouseReleased(MouseEvent event) {
        if (event.isPopupTrigger()) {
            deeds.menu(event);
        } else if (SwingUtilities.isLeftMouseButton(event) && !dragged) {
            click(event);
        }
        grabbed = Optional.empty();
        hover(event);
    }

    private void click(MouseEvent event) {
        boolean onText = isOnText(event);
        if (onText && event.getClickCount() > 1) {
            return; // it has selected a word, or a line
        }
        if (!event.isShiftDown()) {
            picker.selectNothing();
        }
        Optional<Link> link = link(event);
        if (link.isPresent()) {
            if (event.getClickCount() == 1) { // the second one of two would follow what came there
                deeds.follow(link.get());
            }
        } else if (!had && !event.isShiftDown()) {
            Rectangle view = desk.getVisibleRect();
            across = (event.getX() - view.x) / (double) Math.max(1, view.width);
            if (onText) {
                second.restart();
            } else {
                deeds.clicked(across);
            }
        }
    }

    private void clickedOnText() {
        deeds.clicked(across);
    }

    void close() {
        second.stop();
    }

    @Override
    public void mouseMoved(MouseEvent event) {
        hover(event);
    }

    private void hover(MouseEvent event) {
        Optional<Link> link = link(event);
        int shape =
                link.isPresent() ? Cursor.HAND_CURSOR : isOnText(event) ? Cursor.TEXT_CURSOR : Cursor.DEFAULT_CURSOR;
        cursor(shape);
        desk.setToolTipText(link.map(deeds::describe).orElse(null));
    }

    /** Setting it asks the window system, which takes its time. */
    private void cursor(int shape) {
        if (desk.getCursor().getType() != shape) {
            desk.setCursor(Cursor.getPredefinedCursor(shape));
        }
    }
}
