package netreader.ui;

import static netreader.ui.look.Painting.px;

import java.awt.AWTKeyStroke;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.KeyboardFocusManager;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JToolBar;
import javax.swing.KeyStroke;
import javax.swing.MenuSelectionManager;
import javax.swing.WindowConstants;
import netreader.client.ClientListener;
import netreader.client.Connectivity;
import netreader.client.ShelfBook;
import netreader.ui.book.BookTab;
import netreader.ui.command.Command;
import netreader.ui.command.CommandTarget;
import netreader.ui.command.Commands;
import netreader.ui.command.Scope;
import netreader.ui.look.AppIcon;
import netreader.ui.look.CommandButton;
import netreader.ui.look.Fonts;
import netreader.ui.look.Theme;
import netreader.ui.shelf.BookDeeds;
import netreader.ui.shelf.ShelfPanel;
import netreader.ui.work.UiContext;

/** The window: it puts the parts together and sends each command to the part that carries it out. Event thread. */
final class MainWindow implements CommandTarget {
    private static final System.Logger LOG = System.getLogger(MainWindow.class.getName());

    private static final List<Command> TOOLS = List.of(
            Command.SHOW_SHELF,
            Command.START_READING,
            Command.INFORMATION,
            Command.DOWNLOAD,
            Command.DELETE_COPY,
            Command.THEME,
            Command.ABOUT);

    private final UiContext context;
    private final String version;
    private final Runnable quit;
    private final JFrame frame = new JFrame("NetReader");
    private final WindowPlace place;
    private final ShelfPanel shelf;
    private final StatusBar status;
    private final BookDeeds deeds;
    private final Commands commands;
    private final OpenTabs tabs;
    private final WindowMemory memory;
    private final Translucency translucency;
    private final List<AutoCloseable> listening = new ArrayList<>();

    /** @param quit stops the whole program, later */
    MainWindow(UiContext context, String version, Runnable quit) {
        this.context = context;
        this.version = version;
        this.quit = quit;
        place = new WindowPlace(frame, context.preferences());
        shelf = new ShelfPanel(context);
        status = new StatusBar(context);
        deeds = new BookDeeds(context, status::say, shelf::copiesChanged, this::settingsChanged);
        commands = new Commands(context.text(), this);
        tabs = new OpenTabs(context, commands, shelf, this::newTab, context.client()::latest, this::tabChanged);
        translucency = new Translucency(frame);
        shelf.bind(commands, this::openBook, commands::refresh);
        build();
        tabs.restore(context.preferences());
        memory = new WindowMemory(context, place, tabs);
        commands.refresh();
    }

    private BookTab newTab(ShelfBook book) {
        return new BookTab(context, commands, book, shelf::copiesChanged, this::bookChanged);
    }

    private void build() {
        frame.setIconImages(AppIcon.images());
        frame.setJMenuBar(MainMenu.create(context.text(), commands, translucency.possible()));
        JToolBar toolBar = new JToolBar();
        toolBar.setFloatable(false);
        for (Command command : TOOLS) {
            toolBar.add(new CommandButton(commands.action(command)));
        }
        frame.add(toolBar, BorderLayout.NORTH);
        frame.add(tabs.component(), BorderLayout.CENTER);
        frame.add(status, BorderLayout.SOUTH);
        commands.bindShortcuts(frame.getRootPane(), Scope.WINDOW);
        commands.bindPlainKeys(frame.getRootPane(), Scope.WINDOW);
        frame.getRootPane()
                .registerKeyboardAction(
                        e -> escape(),
                        KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
        frame.setFocusTraversalKeys(
                KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, Set.of(AWTKeyStroke.getAWTKeyStroke(KeyEvent.VK_TAB, 0)));
        frame.setFocusTraversalKeys(
                KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS,
                Set.of(AWTKeyStroke.getAWTKeyStroke(KeyEvent.VK_TAB, KeyEvent.SHIFT_DOWN_MASK)));
        frame.setMinimumSize(new Dimension(px(560), px(420)));
        frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowActivated(WindowEvent e) {
                tabs.windows().leave();
            }

            @Override
            public void windowClosing(WindowEvent e) {
                quit();
            }
        });
    }

    void show() {
        place.restore();
        status.show(context.client().connectivity());
        shelf.refresh();
        frame.setVisible(true);
        shelf.focusBooks();
        listening.add(context.client().listen(new Live()));
        listening.add(context.formats().listen(() -> EventQueue.invokeLater(tabs::formatsChanged)));
        shelfChanged();
        status.show(context.client().connectivity());
        context.background()
                .start(
                        work -> {
                            Fonts.look();
                            return true;
                        },
                        done -> frame.repaint(),
                        failure -> {});
    }

    void openBook(ShelfBook book) {
        tabs.open(book);
    }

    /** Saves, and goes. */
    void close() {
        for (AutoCloseable handle : listening) {
            try {
                handle.close();
            } catch (Exception e) {
                LOG.log(Level.WARNING, "A window that is closed is still told of changes", e);
            }
        }
        memory.close();
        tabs.close();
        frame.dispose();
    }

    private void quit() {
        memory.saveNow();
        frame.setVisible(false);
        tabs.windows().hide();
        quit.run();
    }

    private void tabChanged() {
        memory.changed();
        bookChanged();
        shelf.copiesChanged();
    }

    private void bookChanged() {
        Optional<BookTab> tab = tabs.selected();
        translucency.apply(tabs.showsText());
        status.showReading(tab.map(BookTab::progress).orElse(""));
        status.followCopy(tab.map(BookTab::book));
        frame.setTitle(tab.map(open -> open.book().title() + " – NetReader").orElse("NetReader"));
        commands.refresh();
    }

    private void settingsChanged(ShelfBook book) {
        tabs.all().stream().filter(tab -> tab.book().id() == book.id()).forEach(BookTab::reread);
    }

    private void shelfChanged() {
        shelf.refresh();
        status.showFetching(context.client().fetching());
        tabs.onScreen().forEach(BookTab::shelfChanged);
        if (tabs.awaitsBooks()) {
            tabs.openAwaited(context.client()::book);
        }
    }

    /** The key would close a menu by itself, if the window had no other use for it. */
    private void escape() {
        MenuSelectionManager menus = MenuSelectionManager.defaultManager();
        if (menus.getSelectedPath().length > 0) {
            menus.clearSelectedPath();
        } else {
            place.leaveFullScreen();
        }
    }

    /** The book that a command means: that of the tab, or the one that is selected on the shelf. */
    private Optional<ShelfBook> book() {
        return tabs.current().map(BookTab::book).or(shelf::selected);
    }

    private boolean onShelf() {
        return tabs.current().isEmpty();
    }

    private boolean isKept(Optional<ShelfBook> book) {
        return book.flatMap(context.client()::copy)
                .filter(copy -> copy.whole() && copy.kept())
                .isPresent();
    }

    @Override
    public boolean can(Command command) {
        return switch (command) {
            case START_READING -> onShelf() && shelf.selected().isPresent();
            case INFORMATION -> book().isPresent();
            case DOWNLOAD -> book().filter(deeds::canFetch).isPresent() && !isKept(book());
            case DELETE_COPY -> book().flatMap(context.client()::copy).isPresent();
            case CLOSE_TAB -> !onShelf();
            case REOPEN_TAB -> tabs.canReopen();
            case OPACITY_25, OPACITY_50, OPACITY_75, OPACITY_100 ->
                tabs.windows()
                        .front()
                        .map(BookWindow::canBeTranslucent)
                        .orElseGet(() -> translucency.possible() && tabs.showsText());
            case OWN_WINDOW -> !onShelf();
            case FILTER, FOLDERS, SHOW_SHELF, NEXT_TAB, PREVIOUS_TAB, QUIT, THEME, FULL_SCREEN, KEYS, ABOUT -> true;
            default -> tabs.current().map(tab -> tab.can(command)).orElse(false);
        };
    }

    @Override
    public void run(Command command) {
        switch (command) {
            case START_READING -> shelf.selected().ifPresent(this::openBook);
            case INFORMATION -> book().ifPresent(book -> deeds.showInformation(frame, book));
            case DOWNLOAD -> book().ifPresent(deeds::fetch);
            case DELETE_COPY -> book().ifPresent(deeds::deleteCopy);
            case FILTER -> {
                tabs.showShelf();
                shelf.focusFilter();
            }
            case FOLDERS -> {
                tabs.showShelf();
                shelf.askForFolder();
            }
            case SHOW_SHELF -> tabs.showShelf();
            case CLOSE_TAB -> tabs.closeCurrent();
            case REOPEN_TAB -> tabs.reopen();
            case NEXT_TAB -> tabs.step(1);
            case PREVIOUS_TAB -> tabs.step(-1);
            case QUIT -> quit();
            case THEME -> {
                Theme other = Theme.current().other();
                other.switchTo();
                context.preferences().put("theme", other.configName());
            }
            case OPACITY_25, OPACITY_50, OPACITY_75, OPACITY_100 ->
                tabs.windows().front().ifPresentOrElse(own -> own.opacity(command), () -> translucency.choose(command));
            case OWN_WINDOW -> tabs.toggleOwnWindow();
            case FULL_SCREEN ->
                tabs.windows().front().ifPresentOrElse(BookWindow::toggleFullScreen, place::toggleFullScreen);
            case KEYS -> KeysWindow.show(frame, context.text());
            case ABOUT -> AboutWindow.show(frame, context.text(), version);
            default -> tabs.current().ifPresent(tab -> tab.run(command));
        }
    }

    /** What the client says, carried over to the event thread. */
    private final class Live implements ClientListener {
        @Override
        public void shelfChanged() {
            EventQueue.invokeLater(MainWindow.this::shelfChanged);
        }

        @Override
        public void connectivityChanged(Connectivity connectivity) {
            EventQueue.invokeLater(() -> {
                status.show(connectivity);
                shelf.connectivityChanged(connectivity);
                boolean connected = connectivity.state() == Connectivity.State.CONNECTED;
                tabs.onScreen().forEach(tab -> tab.connectivityChanged(connected));
            });
        }
    }
}
