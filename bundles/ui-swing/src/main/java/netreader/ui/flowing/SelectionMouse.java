package netreader.ui.flowing;

import java.awt.Cursor;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.function.IntConsumer;
import netreader.ui.flowing.TextSelection.Unit;

/** Selects text by dragging, words by a double click, paragraphs by three; clicks beside the text turn pages. Event thread. */
final class SelectionMouse extends MouseAdapter {
    private final TextSheet sheet;
    private final IntConsumer turn;
    private Unit unit = Unit.CHARACTER;
    private boolean selecting;

    /** @param turn is given 1 for the next page, -1 for the one before */
    SelectionMouse(TextSheet sheet, IntConsumer turn) {
        this.sheet = sheet;
        this.turn = turn;
        sheet.setAutoscrolls(true);
        sheet.addMouseListener(this);
        sheet.addMouseMotionListener(this);
    }

    private boolean onText(Point point) {
        return point.x >= sheet.column() && point.x <= sheet.column() + sheet.columnWidth();
    }

    @Override
    public void mousePressed(MouseEvent event) {
        sheet.requestFocusInWindow();
        if (event.getButton() != MouseEvent.BUTTON1 || event.isPopupTrigger()) {
            selecting = false;
            return;
        }
        selecting = true;
        if (event.isShiftDown()) {
            sheet.select(sheet.selection().to(sheet.rangeAt(event.getPoint(), unit)));
            return;
        }
        unit = Unit.ofClicks(onText(event.getPoint()) ? event.getClickCount() : 1);
        TextSelection.Range range = sheet.rangeAt(event.getPoint(), unit);
        sheet.select(new TextSelection(range, range));
    }

    @Override
    public void mouseDragged(MouseEvent event) {
        if (selecting) {
            sheet.select(sheet.selection().to(sheet.rangeAt(event.getPoint(), unit)));
            sheet.scrollRectToVisible(new Rectangle(event.getX(), event.getY(), 1, 1));
        }
    }

    @Override
    public void mouseMoved(MouseEvent event) {
        int shape = onText(event.getPoint()) ? Cursor.TEXT_CURSOR : Cursor.DEFAULT_CURSOR;
        if (sheet.getCursor().getType() != shape) {
            sheet.setCursor(Cursor.getPredefinedCursor(shape));
        }
    }

    @Override
    public void mouseClicked(MouseEvent event) {
        if (event.getButton() == MouseEvent.BUTTON1 && !onText(event.getPoint())) {
            turn.accept(event.getX() > sheet.column() ? 1 : -1);
        }
    }
}
