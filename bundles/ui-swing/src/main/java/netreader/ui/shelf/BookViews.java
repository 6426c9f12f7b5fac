package netreader.ui.shelf;

import static netreader.ui.look.Painting.px;

import java.awt.CardLayout;
import java.awt.Color;
import java.awt.Point;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.BorderFactory;
import javax.swing.DefaultListSelectionModel;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import netreader.client.ShelfBook;
import netreader.ui.work.UiContext;

/** The books as covers or as lines, one selection for both, or a word in their place. Event thread. */
final class BookViews extends JPanel {
    private static final long serialVersionUID = 1;
    private static final String COVERS = "covers";
    private static final String LINES = "lines";
    private static final String EMPTY = "empty";

    private final ShelfBooks books;
    private final JComponent empty;
    private final ShelfGrid grid;
    private final BookTable table;
    private final CardLayout cards = new CardLayout();
    private final JScrollPane covers;
    private final JScrollPane lines;
    private boolean asList;

    /**
     * @param empty is shown while there are no books
     * @param order is given the order that is wanted
     */
    BookViews(UiContext context, ShelfBooks books, JComponent empty, Consumer<ShelfOrder> order) {
        this.books = books;
        this.empty = empty;
        grid = new ShelfGrid(books);
        table = new BookTable(context, books, order);
        table.setSelectionModel(grid.getSelectionModel());
        Function<ShelfBook, String> tooltip = book -> BookTooltip.of(book, context.text());
        grid.explainBooks(tooltip);
        table.explainBooks(tooltip);
        grid.getAccessibleContext().setAccessibleName(context.text().get("tab.shelf"));
        covers = new JScrollPane(grid);
        covers.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        covers.setViewportBorder(BorderFactory.createEmptyBorder(px(6), px(12), px(12), px(12)));
        covers.getViewport().addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent e) {
                grid.fitColumns(covers.getViewport().getWidth());
            }
        });
        lines = new JScrollPane(table);
        covers.setBorder(BorderFactory.createEmptyBorder());
        lines.setBorder(BorderFactory.createEmptyBorder());
        setLayout(cards);
        add(empty, EMPTY);
        add(covers, COVERS);
        add(lines, LINES);
    }

    ShelfGrid grid() {
        return grid;
    }

    List<JComponent> views() {
        return List.of(grid, table);
    }

    /** Hears that other books are to be seen. */
    void whenScrolled(Runnable scrolled) {
        covers.getViewport().addChangeListener(e -> scrolled.run());
        lines.getViewport().addChangeListener(e -> scrolled.run());
    }

    boolean isList() {
        return asList;
    }

    void asList(boolean wanted) {
        asList = wanted;
        if (!empty.isVisible()) {
            showCard(false);
            int index = grid.getSelectedIndex();
            if (index >= 0) {
                grid.ensureIndexIsVisible(index);
                table.showRow(index);
            }
        }
    }

    private void showCard(boolean nothing) {
        cards.show(this, nothing ? EMPTY : asList ? LINES : COVERS);
    }

    /**
     * Shows other books.
     *
     * @param anew whether they begin at the top; otherwise the book that is the first to be seen stays where it is
     */
    void show(ShelfView view, boolean anew, Optional<ShelfBook> toSelect) {
        Optional<ShelfGrid.Anchor> anchor = anew ? Optional.empty() : asList ? table.anchor() : grid.anchor();
        int before = grid.getSelectedIndex();
        books.replace(view.books());
        int index = toSelect.map(book -> books.indexOf(book.id())).orElse(-1);
        if (index >= 0) {
            grid.setSelectedIndex(index);
        } else {
            grid.clearSelection();
            if (before >= 0 && !view.books().isEmpty()) {
                lead(before); // the book has gone: the next one has its place
            }
        }
        table.sortedBy(view.choice().order());
        showCard(view.books().isEmpty());
        covers.validate();
        lines.validate();
        if (anew) {
            covers.getViewport().setViewPosition(new Point());
            lines.getViewport().setViewPosition(new Point());
        } else {
            anchor.ifPresent(this::returnTo);
        }
    }

    private void returnTo(ShelfGrid.Anchor first) {
        int index = books.indexOf(first.book());
        if (asList) {
            table.returnTo(first, index);
        } else {
            grid.returnTo(first, index);
        }
    }

    /** Somebody must have the focus, also while there are no books, or no key would do anything. */
    void focus() {
        JComponent view = covers.isVisible() ? grid : lines.isVisible() ? table : empty;
        if (grid.getLeadSelectionIndex() < 0 && books.getSize() > 0) {
            lead(0); // so that one sees where the focus is
        }
        view.requestFocusInWindow();
    }

    /** The keys go on from here, without selecting anything. */
    private void lead(int index) {
        if (grid.getSelectionModel() instanceof DefaultListSelectionModel model) {
            model.moveLeadSelectionIndex(Math.min(index, books.getSize() - 1));
        }
    }

    Optional<ShelfBook> bookAt(Point point) {
        return asList ? table.bookAt(point) : grid.bookAt(point);
    }

    int lastVisible() {
        return asList ? table.lastVisibleRow() : grid.getLastVisibleIndex();
    }

    void updateColours() {
        Color background = grid.getBackground();
        for (JScrollPane scroll : List.of(covers, lines)) {
            scroll.setBackground(background);
            scroll.getViewport().setBackground(background);
        }
    }
}
