package netreader.ui.shelf;

import static netreader.ui.look.Painting.px;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseEvent;
import java.util.Optional;
import java.util.function.Function;
import javax.swing.JList;
import javax.swing.ListSelectionModel;
import javax.swing.ToolTipManager;
import javax.swing.text.Position;
import netreader.client.ShelfBook;
import netreader.ui.look.Entries;
import netreader.ui.look.Palette;

/** The books in rows that wrap with the width; the cells share the width evenly. */
final class ShelfGrid extends JList<ShelfBook> {
    private static final long serialVersionUID = 1;

    private transient Function<ShelfBook, String> explanation = ShelfBook::title;

    /**
     * What stands at the top of the window.
     *
     * @param book its id
     * @param offset from the top of its row to the top of what is to be seen
     */
    record Anchor(long book, int offset) {}

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

    /** @param tip what the tooltip of a book says, in HTML */
    void explainBooks(Function<ShelfBook, String> tip) {
        explanation = tip;
        ToolTipManager.sharedInstance().registerComponent(this);
    }

    @Override
    public String getToolTipText(MouseEvent event) {
        return bookAt(event.getPoint()).map(explanation).orElse(null);
    }

    /** Letters are commands here; and 100,000 books would be looked at for each of them. */
    @Override
    public int getNextMatch(String prefix, int from, Position.Bias bias) {
        return -1;
    }

    /** Where the list stands; empty at its beginning, where it stays whatever comes. */
    Optional<Anchor> anchor() {
        Rectangle visible = getVisibleRect();
        int index = getFirstVisibleIndex();
        return visible.y == 0 || index < 0
                ? Optional.empty()
                : Optional.of(
                        new Anchor(getModel().getElementAt(index).id(), visible.y - getCellBounds(index, index).y));
    }

    /** @param index where the anchor's book stands now; a negative one changes nothing */
    void returnTo(Anchor anchor, int index) {
        if (index >= 0) {
            int y = getCellBounds(index, index).y + anchor.offset();
            scrollRectToVisible(new Rectangle(0, y, 1, getVisibleRect().height));
        }
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
        return Entries.at(this, point);
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
