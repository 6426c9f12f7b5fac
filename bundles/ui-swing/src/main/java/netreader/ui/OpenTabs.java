package netreader.ui;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Window;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.JTabbedPane;
import javax.swing.SwingUtilities;
import netreader.client.ShelfBook;
import netreader.format.Delivery;
import netreader.ui.book.BookTab;
import netreader.ui.command.Commands;
import netreader.ui.look.Glyph;
import netreader.ui.shelf.ShelfPanel;
import netreader.ui.text.Ellipsis;
import netreader.ui.text.Messages;
import netreader.ui.work.Preferences;
import netreader.ui.work.UiContext;

/** The shelf's tab and one tab for each open book. Event thread. */
final class OpenTabs {
    /** Characters of a tab. */
    private static final int TITLE = 28;

    private static final String TABS = "tabs";
    /** Of a book; those of files are negative. */
    private static final String ID = "-?\\d{1,18}|-1\\d{18}";

    private static final String SELECTED = "selectedTab";
    private static final String WINDOWS = "bookWindows";

    private final JTabbedPane pane = new JTabbedPane();
    private final ShelfPanel shelf;
    private final Function<ShelfBook, BookTab> maker;
    private final UnaryOperator<ShelfBook> latest;
    private final Runnable changed;
    private final BookWindows windows;
    private final ClosedTabs closed = new ClosedTabs();
    /** The tabs of last time in their order, for those whose books come late. */
    private final List<Long> former = new ArrayList<>();
    /** Books that were open last time and that the shelf does not hold yet. */
    private final List<Long> awaited = new ArrayList<>();
    /** Of the awaited books, those that had windows of their own. */
    private final Set<Long> awaitedWindows = new LinkedHashSet<>();

    private long awaitedSelection = -1;

    /**
     * @param latest the book as it is now: it may have come back under another id
     * @param changed hears that another tab is shown, or that tabs have come or gone
     */
    OpenTabs(
            UiContext context,
            Commands commands,
            ShelfPanel shelf,
            Function<ShelfBook, BookTab> maker,
            UnaryOperator<ShelfBook> latest,
            Runnable changed) {
        this.shelf = shelf;
        this.maker = maker;
        this.latest = latest;
        this.changed = changed;
        windows = new BookWindows(context, commands, tab -> ended(tab, pane.getTabCount()), changed);
        Messages text = context.text();
        pane.setTabLayoutPolicy(JTabbedPane.SCROLL_TAB_LAYOUT);
        pane.putClientProperty(FlatClientProperties.TABBED_PANE_TAB_CLOSABLE, true);
        pane.putClientProperty(FlatClientProperties.TABBED_PANE_TAB_CLOSE_TOOLTIPTEXT, text.get("command.CLOSE_TAB"));
        BiConsumer<JTabbedPane, Integer> close = (tabs, index) -> close(index);
        pane.putClientProperty(FlatClientProperties.TABBED_PANE_TAB_CLOSE_CALLBACK, close);
        shelf.putClientProperty(FlatClientProperties.TABBED_PANE_TAB_CLOSABLE, false);
        pane.addTab(text.get("tab.shelf"), Glyph.SHOW_SHELF.icon(16), shelf);
        pane.setFocusable(false);
        pane.addChangeListener(e -> {
            // The pane moves the focus itself, to the filter, and does so after this.
            selected().ifPresentOrElse(BookTab::shown, () -> EventQueue.invokeLater(shelf::focusBooks));
            changed.run();
        });
    }

    JTabbedPane component() {
        return pane;
    }

    /** The windows that books have for themselves. */
    BookWindows windows() {
        return windows;
    }

    /** The book that the user reads: in its own window, or in the tab that is shown. */
    Optional<BookTab> current() {
        return windows.front().map(BookWindow::tab).or(this::selected);
    }

    /** The book in the tab that is shown. */
    Optional<BookTab> selected() {
        return pane.getSelectedComponent() instanceof BookTab tab ? Optional.of(tab) : Optional.empty();
    }

    /** Every book that is on the screen. */
    List<BookTab> onScreen() {
        List<BookTab> tabs = new ArrayList<>(windows.tabs());
        selected().ifPresent(tabs::add);
        return tabs;
    }

    /** Moves the book that is read into a window of its own, or back among the tabs. */
    void toggleOwnWindow() {
        Optional<BookWindow> front = windows.front();
        if (front.isPresent()) {
            BookTab tab = windows.release(front.get());
            insert(tab, pane.getTabCount());
            pane.setSelectedComponent(tab);
            toFront();
        } else {
            selected().ifPresent(this::giveWindow);
        }
        changed.run();
    }

    private void giveWindow(BookTab tab) {
        pane.remove(tab);
        windows.open(tab, pane);
    }

    private void toFront() {
        Optional.ofNullable(SwingUtilities.getWindowAncestor(pane)).ifPresent(Window::toFront);
    }

    /** Whether what is on the screen is a text that flows, and no picture of a page. */
    boolean showsText() {
        return selected().filter(tab -> tab.book().delivery() == Delivery.PAGES).isPresent();
    }

    void formatsChanged() {
        all().forEach(BookTab::formatsChanged);
    }

    List<BookTab> all() {
        List<BookTab> tabs = new ArrayList<>();
        for (Component component : pane.getComponents()) {
            if (component instanceof BookTab tab && pane.indexOfComponent(tab) >= 0) {
                tabs.add(tab);
            }
        }
        tabs.sort((a, b) -> Integer.compare(pane.indexOfComponent(a), pane.indexOfComponent(b)));
        tabs.addAll(windows.tabs());
        return tabs;
    }

    /** Shows the book's tab, a new one if it has none. */
    void open(ShelfBook book) {
        BookTab tab = tabOf(book);
        windows.of(tab).ifPresentOrElse(BookWindow::toFront, () -> pane.setSelectedComponent(tab));
    }

    private BookTab tabOf(ShelfBook book) {
        return tabFor(book).orElseGet(() -> add(book));
    }

    private Optional<BookTab> tabFor(ShelfBook book) {
        return all().stream()
                .filter(tab -> latest.apply(tab.book()).id() == book.id())
                .findFirst();
    }

    private BookTab add(ShelfBook book) {
        return add(book, pane.getTabCount());
    }

    private BookTab add(ShelfBook book, int index) {
        BookTab tab = maker.apply(book);
        insert(tab, index);
        return tab;
    }

    private void insert(BookTab tab, int index) {
        String title = tab.book().title();
        pane.insertTab(Ellipsis.at(TITLE, title), null, tab, title, Math.min(index, pane.getTabCount()));
    }

    /** Behind the tabs that stood before it last time. */
    private int formerIndex(long id) {
        int rank = former.indexOf(id);
        int index = 1;
        for (BookTab tab : all()) {
            int other = former.indexOf(latest.apply(tab.book()).id());
            if (other >= 0 && other < rank) {
                index = Math.max(index, pane.indexOfComponent(tab) + 1);
            }
        }
        return index;
    }

    private void close(int index) {
        if (pane.getComponentAt(index) instanceof BookTab tab) {
            pane.remove(index);
            ended(tab, index);
        }
    }

    /** @param index where its tab stood, or would stand */
    private void ended(BookTab tab, int index) {
        tab.close();
        closed.push(latest.apply(tab.book()).id(), index);
        changed.run();
    }

    void closeCurrent() {
        windows.front()
                .ifPresentOrElse(
                        windows::closing, () -> selected().ifPresent(tab -> close(pane.indexOfComponent(tab))));
    }

    boolean canReopen() {
        return !closed.isEmpty();
    }

    /** The tab that was closed last stands where it stood; one whose book has gone is passed over. */
    void reopen(LongFunction<Optional<ShelfBook>> find) {
        boolean reopened = false;
        while (!reopened && canReopen()) {
            ClosedTabs.Tab tab = closed.pop();
            Optional<ShelfBook> book =
                    find.apply(tab.book()).filter(found -> tabFor(found).isEmpty());
            book.ifPresent(found -> pane.setSelectedComponent(add(found, Math.max(1, tab.index()))));
            reopened = book.isPresent();
        }
        changed.run();
    }

    void showShelf() {
        pane.setSelectedComponent(shelf);
        toFront();
    }

    void step(int by) {
        pane.setSelectedIndex(Math.floorMod(pane.getSelectedIndex() + by, pane.getTabCount()));
    }

    void save(Preferences preferences) {
        all().forEach(BookTab::remember);
        closed.save(preferences);
        preferences.put(TABS, ids(all(), awaited));
        preferences.put(WINDOWS, ids(windows.tabs(), awaitedWindows));
        preferences.put(
                SELECTED, selected().map(tab -> latest.apply(tab.book()).id()).orElse(awaitedSelection));
    }

    private String ids(List<BookTab> tabs, Collection<Long> others) {
        return Stream.concat(tabs.stream().map(tab -> latest.apply(tab.book()).id()), others.stream())
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }

    void restore(Preferences preferences) {
        closed.restore(preferences);
        awaited.addAll(ids(preferences.text(TABS, "")));
        former.addAll(awaited);
        awaitedWindows.addAll(ids(preferences.text(WINDOWS, "")));
        awaitedWindows.retainAll(awaited);
        awaitedSelection =
                ids(preferences.text(SELECTED, "")).stream().findFirst().orElse(-1L);
    }

    /** Somebody may have edited the file; the other ids are still good. */
    private static List<Long> ids(String text) {
        return Stream.of(text.split(" "))
                .filter(id -> id.matches(ID))
                .map(Long::valueOf)
                .toList();
    }

    /** Opens the tabs of last time whose books the shelf holds by now. */
    void openAwaited(LongFunction<Optional<ShelfBook>> onShelf) {
        for (Long id : List.copyOf(awaited)) {
            onShelf.apply(id).ifPresent(book -> {
                awaited.remove(id);
                boolean apart = awaitedWindows.remove(id);
                if (tabFor(book).isEmpty()) {
                    BookTab tab = add(book, formerIndex(id));
                    if (apart) {
                        giveWindow(tab);
                    }
                }
                if (awaitedSelection == id) {
                    awaitedSelection = -1;
                    open(book);
                }
            });
        }
        changed.run();
    }

    boolean awaitsBooks() {
        return !awaited.isEmpty();
    }

    void close() {
        all().forEach(BookTab::close);
        windows.close();
    }
}
