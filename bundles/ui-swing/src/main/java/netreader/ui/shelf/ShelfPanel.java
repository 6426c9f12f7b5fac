package netreader.ui.shelf;

import static netreader.ui.look.Painting.px;

import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.awt.event.HierarchyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.SwingUtilities;
import netreader.client.Connectivity;
import netreader.client.ShelfBook;
import netreader.ui.command.Command;
import netreader.ui.command.Commands;
import netreader.ui.command.Scope;
import netreader.ui.look.CommandButton;
import netreader.ui.work.UiContext;

/** The shelf: the server's books, a filter over them, and a word when there are none. Event thread. */
public final class ShelfPanel extends JPanel {
    private static final long serialVersionUID = 1;
    private static final String LIST = "shelfList";
    private static final String FOLDER = "shelfFolder";
    private static final String ORDER = "shelfOrder";
    /** So many books before the end of those that are here more of them are asked for. */
    private static final int NEAR = 100;
    /** In a lower window the books that were read last would leave no room for the others. */
    private static final int ROOM = 480;

    private final transient UiContext context;
    private final ShelfBooks books = new ShelfBooks();
    private final BookViews views;
    private final ShelfGrid grid;
    private final RecentStrip recent;
    private final transient Covers covers;
    private final EmptyShelf empty;
    private final FilterBar filter;
    private final transient ShelfLoader loader;
    private transient ShelfChoice shownChoice;
    private transient Consumer<ShelfBook> opener = book -> {};
    private transient Runnable selectionListener = () -> {};
    private transient Optional<ShelfBook> toSelect = Optional.empty();
    /** The first book is to be selected when those that are looked for are here. */
    private boolean choosing;

    public ShelfPanel(UiContext context) {
        super(new BorderLayout());
        this.context = context;
        empty = new EmptyShelf(context);
        recent = new RecentStrip(context);
        shownChoice = new ShelfChoice(
                "",
                context.preferences().text(FOLDER, ""),
                ShelfOrder.of(context.preferences().text(ORDER, "")));
        loader = new ShelfLoader(context, shownChoice, this::show);
        filter = new FilterBar(context.text(), shownChoice, this::want, this::focusBooks, this::chooseFound);
        views = new BookViews(context, books, empty, filter::chooseOrder);
        views.asList(context.preferences().flag(LIST));
        views.whenScrolled(this::scrolled);
        grid = views.grid();
        covers = new Covers(context, grid::repaint);
        grid.setCellRenderer(new BookCell(context, covers));
        grid.addListSelectionListener(e -> selectionListener.run());
        JPanel top = new JPanel(new BorderLayout());
        top.setOpaque(false);
        top.add(filter, BorderLayout.NORTH);
        top.add(recent, BorderLayout.SOUTH);
        add(top, BorderLayout.NORTH);
        add(views, BorderLayout.CENTER);
        addHierarchyListener(e -> {
            boolean comes = (e.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0 && isShowing();
            if (comes && loader.wanted().order() == ShelfOrder.READ) {
                refresh();
            }
        });
        updateColours();
    }

    /**
     * Wires mouse, keys and the context menu.
     *
     * @param open what a double click does
     */
    public void bind(Commands commands, Consumer<ShelfBook> open, Runnable selected) {
        opener = open;
        selectionListener = selected;
        commands.bindShortcuts(this, Scope.SHELF);
        JPopupMenu menu = menu(commands);
        for (JComponent view : views.views()) {
            commands.bindPlainKeys(view, Scope.SHELF);
            view.addMouseListener(new Mouse(view, menu, commands));
        }
        filter.addTool(new CommandButton(commands.action(Command.SHELF_LIST)));
        recent.bind(open);
        empty.bind(commands);
    }

    private static JPopupMenu menu(Commands commands) {
        JPopupMenu menu = new JPopupMenu();
        for (Command command : List.of(
                Command.START_READING,
                Command.INFORMATION,
                Command.COPY_TITLE,
                Command.DOWNLOAD,
                Command.REVEAL_FILE,
                Command.DELETE_COPY)) {
            if (command == Command.DOWNLOAD) {
                menu.addSeparator();
            }
            JMenuItem item = menu.add(commands.action(command));
            // Our icons grey themselves.
            item.setDisabledIcon(item.getIcon());
        }
        return menu;
    }

    public Optional<ShelfBook> selected() {
        return Optional.ofNullable(grid.getSelectedValue());
    }

    /** Whether the books are shown as lines, and not as covers. */
    public boolean isList() {
        return views.isList();
    }

    /** Shows the books the other way. */
    public void turnView() {
        views.asList(!views.isList());
        context.preferences().put(LIST, views.isList());
        if (!empty.isVisible()) {
            focusBooks();
        }
    }

    /** By which the shelf is filtered. */
    public String words() {
        return loader.wanted().words();
    }

    /** As it was before the window was filled anew. */
    public void seeAgain(Optional<ShelfBook> book, String words) {
        toSelect = book;
        filter.setWords(words);
    }

    public void focusFilter() {
        filter.focus();
    }

    public void focusBooks() {
        views.focus();
    }

    /** A book is selected: whoever goes there from the filter presses Enter next, to read. */
    private void chooseFound() {
        focusBooks();
        choosing = !shownChoice.equals(loader.wanted()); // what was typed last may still be looked for
        if (choosing) {
            grid.clearSelection();
        } else if (grid.isSelectionEmpty() && books.getSize() > 0) {
            grid.setSelectedIndex(Math.min(Math.max(0, grid.getLeadSelectionIndex()), books.getSize() - 1));
        }
    }

    /** Drops the list of the library's folders. */
    public void askForFolder() {
        filter.askForFolder();
    }

    private void want(ShelfChoice choice) {
        context.preferences().put(FOLDER, choice.folder());
        context.preferences().put(ORDER, choice.order().configName());
        loader.want(choice);
    }

    /** Shows the shelf as it is now, soon. */
    public void refresh() {
        loader.refresh();
    }

    private void show(ShelfView view) {
        Optional<ShelfBook> selected = selected().or(() -> toSelect);
        boolean anew = !view.choice().equals(shownChoice);
        boolean turned = empty.isVisible() != view.books().isEmpty();
        shownChoice = view.choice();
        views.show(view, anew, selected);
        if (toSelect.isPresent() && selected().isPresent()) {
            grid.ensureIndexIsVisible(grid.getSelectedIndex());
            toSelect = Optional.empty();
        }
        filter.show(view.count(), view.folders());
        empty.explain(context.client().connectivity(), view.choice());
        refreshRecent();
        if (turned && isShowing() && !filter.hasTheFocus()) {
            focusBooks();
        }
        if (choosing && shownChoice.equals(loader.wanted())) {
            choosing = false;
            if (grid.isSelectionEmpty() && books.getSize() > 0) {
                grid.setSelectedIndex(0);
            }
        }
        selectionListener.run();
    }

    private void refreshRecent() {
        boolean wanted = shownChoice.isEverything() && !empty.isVisible() && getHeight() > px(ROOM);
        recent.refresh(wanted);
    }

    private void scrolled() {
        int last = views.lastVisible();
        if (last >= books.getSize() - NEAR) {
            loader.more();
        }
        covers.keepOnly(grid.getFirstVisibleIndex(), last, books);
    }

    public void connectivityChanged(Connectivity connectivity) {
        if (connectivity.state() == Connectivity.State.CONNECTED) {
            covers.retry();
            refresh(); // that there are no books is known when the shelf has been looked at
        } else {
            empty.explain(connectivity, loader.wanted());
        }
    }

    /** A copy was fetched or deleted, or a book was read on. */
    public void copiesChanged() {
        views.repaint();
        refreshRecent();
        selectionListener.run();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (views != null) {
            EventQueue.invokeLater(this::updateColours);
        }
    }

    private void updateColours() {
        views.updateColours();
        setBackground(grid.getBackground());
        filter.setBackground(grid.getBackground());
    }

    private final class Mouse extends MouseAdapter {
        private final JComponent view;
        private final JPopupMenu menu;
        private final Commands commands;

        Mouse(JComponent view, JPopupMenu menu, Commands commands) {
            this.view = view;
            this.menu = menu;
            this.commands = commands;
        }

        @Override
        public void mousePressed(MouseEvent event) {
            if (views.bookAt(event.getPoint()).isEmpty()) {
                grid.clearSelection();
            }
            popup(event);
        }

        @Override
        public void mouseReleased(MouseEvent event) {
            popup(event);
        }

        private void popup(MouseEvent event) {
            Optional<ShelfBook> book = views.bookAt(event.getPoint());
            if (event.isPopupTrigger() && book.isPresent()) {
                grid.setSelectedIndex(books.indexOf(book.get().id()));
                commands.refresh();
                // It is in no window, and does not hear that the theme is another one.
                SwingUtilities.updateComponentTreeUI(menu);
                menu.show(view, event.getX(), event.getY());
            }
        }

        @Override
        public void mouseClicked(MouseEvent event) {
            if (event.getClickCount() == 2 && event.getButton() == MouseEvent.BUTTON1) {
                views.bookAt(event.getPoint()).ifPresent(opener);
            }
        }
    }
}
