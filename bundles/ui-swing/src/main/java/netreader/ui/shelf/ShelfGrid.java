package netreader.ui.shelf;

import static netreader.ui.look.Painting.px;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.Optional;
import javax.swing.JList;
import javax.swing.ListSelectionModel;
import netreader.client.ShelfBook;
import netreader.ui.look.Palette;

/** The books in rows that wrap with the width; the cells share the width evenly. */
final class ShelfGrid extends JList<ShelfBook> {
    private static final long serialVersionUID = 1;

    ShelfGrid(ShelfBooks books) {
        super(books);
        setLayoutOrientation(HORIZONTAL_WRAP);
        setVisibleRowCount(-1);
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        setFixedCellHeight(px(BookCell.HEIGHT));
        setFixedCellWidth(px(BookCell.WIDTH));
        // A letter typed on the shelf is the beginning of nothing: books are found with the filter.
        setDragEnabled(false);
    }

    @Override
    public void updateUI() {
        super.updateUI();
        setBackground(Palette.SHELF.color());
        if (getFixedCellHeight() > 0) {
            setFixedCellHeight(px(BookCell.HEIGHT));
        }
    }

    /** Shares the width of the viewport among as many columns as fit. */
    void fitColumns(int width) {
        int columns = Math.max(1, width / px(BookCell.WIDTH));
        int cell = Math.max(px(BookCell.WIDTH), Math.min(width / columns, px(BookCell.WIDTH * 1.5)));
        if (cell != getFixedCellWidth()) {
            setFixedCellWidth(cell);
        }
    }

    Optional<ShelfBook> bookAt(Point point) {
        int index = locationToIndex(point);
        Rectangle cell = index < 0 ? null : getCellBounds(index, index);
        return cell != null && cell.contains(point) ? Optional.of(getModel().getElementAt(index)) : Optional.empty();
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return true;
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return new Dimension(px(BookCell.WIDTH * 5), px(BookCell.HEIGHT * 2));
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
        return px(60);
    }
}
