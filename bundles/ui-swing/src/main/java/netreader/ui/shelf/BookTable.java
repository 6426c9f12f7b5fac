package netreader.ui.shelf;

import static netreader.ui.look.Painting.px;

import java.awt.Color;
import java.awt.Component;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;
import javax.swing.border.Border;
import javax.swing.event.ListDataEvent;
import javax.swing.event.ListDataListener;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableCellRenderer;
import javax.swing.table.TableColumn;
import netreader.client.ShelfBook;
import netreader.ui.look.Palette;
import netreader.ui.work.UiContext;

/** The books in a list, a line for each. Only what is to be seen is asked for its texts. Event thread. */
final class BookTable extends JTable {
    private static final long serialVersionUID = 1;
    private static final BookColumn[] COLUMNS = BookColumn.values();

    private final transient UiContext context;
    private final ShelfBooks books;
    private final transient BookColumn.Days days;
    private transient Function<ShelfBook, String> explanation = ShelfBook::title;
    private transient ShelfOrder order = ShelfOrder.TITLE;

    /** @param sort is given the order whose column's head was clicked */
    BookTable(UiContext context, ShelfBooks books, Consumer<ShelfOrder> sort) {
        this.context = context;
        this.books = books;
        days = new BookColumn.Days(context.text().locale());
        setModel(new Rows());
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        setAutoResizeMode(AUTO_RESIZE_SUBSEQUENT_COLUMNS);
        setShowGrid(false);
        setFillsViewportHeight(true);
        setRowHeight(px(30));
        getTableHeader().setReorderingAllowed(false);
        Cell cell = new Cell();
        for (int i = 0; i < COLUMNS.length; i++) {
            TableColumn column = getColumnModel().getColumn(i);
            column.setPreferredWidth(px(COLUMNS[i].width()));
            column.setHeaderValue(context.text().get(COLUMNS[i].messageKey()));
            column.setCellRenderer(cell);
        }
        TableCellRenderer plain = getTableHeader().getDefaultRenderer();
        getTableHeader().setDefaultRenderer((table, value, selected, focused, row, index) -> {
            BookColumn column = COLUMNS[convertColumnIndexToModel(index)];
            boolean sorted = column.order().filter(order::equals).isPresent();
            String text = sorted
                    ? value + (order == ShelfOrder.READ || order == ShelfOrder.ADDED ? "  ↓" : "  ↑")
                    : "" + value;
            Component head = plain.getTableCellRendererComponent(table, text, selected, focused, row, index);
            if (head instanceof DefaultTableCellRenderer label) {
                label.setHorizontalAlignment(column.alignment());
                label.setBorder(BorderFactory.createCompoundBorder(label.getBorder(), margin(column, index)));
            }
            return head;
        });
        getTableHeader().addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                int index = columnAtPoint(event.getPoint());
                if (index >= 0) {
                    COLUMNS[convertColumnIndexToModel(index)].order().ifPresent(sort);
                }
            }
        });
        // Tab leaves the list, as it leaves the covers; and Enter reads.
        setFocusTraversalKeys(java.awt.KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        setFocusTraversalKeys(java.awt.KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        for (String key : new String[] {"ENTER", "TAB", "shift TAB", "ctrl A", "F2", "F8", "ESCAPE", "ctrl C"}) {
            getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke(key), "none");
        }
        getAccessibleContext().setAccessibleName(context.text().get("tab.shelf"));
    }

    /** @param tip what the tooltip of a book says, in HTML */
    void explainBooks(Function<ShelfBook, String> tip) {
        explanation = tip;
    }

    private static Border margin(BookColumn column, int index) {
        int right = column.alignment() == SwingConstants.TRAILING ? px(18) : px(6);
        return BorderFactory.createEmptyBorder(0, index == 0 ? px(24) : px(6), 0, right);
    }

    /** By which column the books are sorted. */
    void sortedBy(ShelfOrder newOrder) {
        order = newOrder;
        getTableHeader().repaint();
    }

    Optional<ShelfBook> bookAt(java.awt.Point point) {
        int row = rowAtPoint(point);
        return row < 0 ? Optional.empty() : Optional.of(books.getElementAt(row));
    }

    int lastVisibleRow() {
        Rectangle visible = getVisibleRect();
        return Math.min(books.getSize(), (visible.y + visible.height) / getRowHeight() + 1) - 1;
    }

    void showRow(int row) {
        scrollRectToVisible(getCellRect(row, 0, true));
    }

    /** Where the list stands; empty at its beginning, where it stays whatever comes. */
    Optional<ShelfGrid.Anchor> anchor() {
        int y = getVisibleRect().y;
        int row = y / getRowHeight();
        return y == 0 || row >= books.getSize()
                ? Optional.empty()
                : Optional.of(new ShelfGrid.Anchor(books.getElementAt(row).id(), y - row * getRowHeight()));
    }

    /** @param row where the anchor's book stands now; a negative one changes nothing */
    void returnTo(ShelfGrid.Anchor anchor, int row) {
        if (row >= 0) {
            int y = row * getRowHeight() + anchor.offset();
            scrollRectToVisible(new Rectangle(0, y, 1, getVisibleRect().height));
        }
    }

    @Override
    public String getToolTipText(MouseEvent event) {
        return bookAt(event.getPoint()).map(explanation).orElse(null);
    }

    @Override
    public void updateUI() {
        super.updateUI();
        setRowHeight(px(30));
        setBackground(Palette.SHELF.color());
        setSelectionBackground(Palette.SELECTION.color());
    }

    /** The books as rows; they are replaced as a whole. */
    private final class Rows extends AbstractTableModel implements ListDataListener {
        private static final long serialVersionUID = 1;

        Rows() {
            books.addListDataListener(this);
        }

        @Override
        public int getRowCount() {
            return books.getSize();
        }

        @Override
        public int getColumnCount() {
            return COLUMNS.length;
        }

        @Override
        public Object getValueAt(int row, int column) {
            return COLUMNS[column].textOf(books.getElementAt(row), context, days);
        }

        @Override
        public void contentsChanged(ListDataEvent event) {
            fireTableDataChanged();
        }

        @Override
        public void intervalAdded(ListDataEvent event) {
            fireTableDataChanged();
        }

        @Override
        public void intervalRemoved(ListDataEvent event) {
            fireTableDataChanged();
        }
    }

    private final class Cell extends DefaultTableCellRenderer {
        private static final long serialVersionUID = 1;

        @Override
        public Component getTableCellRendererComponent(
                JTable table, Object value, boolean selected, boolean focused, int row, int index) {
            super.getTableCellRendererComponent(table, value, selected, false, row, index);
            BookColumn column = COLUMNS[convertColumnIndexToModel(index)];
            setHorizontalAlignment(column.alignment());
            setBorder(margin(column, index));
            boolean readable = books.getElementAt(row).status() == ShelfBook.Status.READY;
            Color plain = column == BookColumn.TITLE && readable ? table.getForeground() : Palette.SECONDARY.color();
            boolean leads = !selected
                    && table.isFocusOwner()
                    && row == table.getSelectionModel().getLeadSelectionIndex();
            if (leads) {
                setBorder(BorderFactory.createCompoundBorder(
                        BorderFactory.createMatteBorder(0, 0, px(2), 0, Palette.PROGRESS.color()), getBorder()));
            }
            setForeground(selected ? table.getForeground() : plain);
            return this;
        }
    }
}
