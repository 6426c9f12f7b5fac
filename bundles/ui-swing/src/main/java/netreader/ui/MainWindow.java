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
import java.util.function.Consumer;
import javax.swing.Action;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JToolBar;
import javax.swing.KeyStroke;
import javax.swing.MenuSelectionManager;
import javax.swing.WindowConstants;
import netreader.client.ClientListener;
import netreader.client.Connectivity;
import netreader.client.ServerAddress;
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
import netreader.ui.shelf.FileReveal;
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
            Command.CONNECT,
            Command.OPEN_FILE,
            Command.FILTER,
            Command.THEME,
            Command.ABOUT);

    private final UiContext context;
    private final Program program;
    private final Consumer<String> speak;
    private final JFrame frame;
    private final LastServers servers;
    private final WindowAdapter ofFrame = new WindowAdapter() {
        @Override
        public void windowActivated(WindowEvent e) {
            tabs.windows().leave();
        }

        @Override
        public void windowClosing(WindowEvent e) {
            quit();
        }
    };
    private final WindowPlace place;
    private final ShelfPanel shelf;
    private final StatusBar status;
    private final BookDeeds deeds;
    private final OpenFiles files;
    private final Commands commands;
    private final OpenTabs tabs;
    private final WindowMemory memory;
    private final Translucency translucency;
    private final List<AutoCloseable> listening = new ArrayList<>();

    /**
     * What a window showed besides its tabs.
     *
     * @param selected on the shelf
     * @param words by which the shelf was filtered
     */
    record Shown(Optional<ShelfBook> selected, String words) {
        static final Shown NOTHING = new Shown(Optional.empty(), "");
    }

    /** A window in a frame of its own that stays as it is. */
    MainWindow(UiContext context, String version, Runnable quit) {
        this(new JFrame("NetReader"), context, Program.alone(version, quit), language -> {});
    }

    /**
     * Puts the parts into a frame.
     *
     * @param speak is given the language that is wanted, as a BCP 47 tag; empty for that of the system
     */
    MainWindow(JFrame frame, UiContext context, Program program, Consumer<String> speak) {
        this.frame = frame;
        this.context = context;
        this.program = program;
        this.speak = speak;
        servers = new LastServers(context.preferences());
        place = new WindowPlace(frame, context.preferences());
        shelf = new ShelfPanel(context);
        status = new StatusBar(context);
        deeds = new BookDeeds(context, status::say, shelf::copiesChanged, this::settingsChanged);
        files = new OpenFiles(frame, context, this::openBook, status::say);
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
        if (!FileReveal.possible()) {
            commands.action(Command.REVEAL_FILE)
                    .putValue(Action.SHORT_DESCRIPTION, context.text().get("reveal.never"));
        }
        frame.setIconImages(AppIcon.images());
        frame.setJMenuBar(MainMenu.create(
                context.text(),
                commands,
                translucency.possible(),
                Optional.of(new RecentMenu(context, this::openBook).menu())));
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
        frame.addWindowListener(ofFrame);
    }

    Shown shown() {
        return new Shown(shelf.selected(), shelf.words());
    }

    void show() {
        show(Shown.NOTHING);
    }

    /** @param before what is to be seen again */
    void show(Shown before) {
        place.restore();
        shelf.seeAgain(before.selected(), before.words());
        status.show(context.client().connectivity());
        shelf.refresh();
        frame.revalidate();
        frame.repaint();
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

    /** Saves, closes what is open, and leaves the frame empty. */
    void leave() {
        for (AutoCloseable handle : listening) {
            try {
                handle.close();
            } catch (Exception e) {
                LOG.log(Level.WARNING, "A window that is closed is still told of changes", e);
            }
        }
        memory.close();
        place.stopListening();
        status.close();
        tabs.close();
        frame.removeWindowListener(ofFrame);
        frame.setJMenuBar(null);
        frame.getContentPane().removeAll();
    }

    /** Saves, and goes. */
    void close() {
        leave();
        frame.dispose();
    }

    private void quit() {
        memory.saveNow();
        frame.setVisible(false);
        tabs.windows().hide();
        program.quit();
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
            case SHELF_LIST -> onShelf();
            case OPEN_FILE -> true;
            case DOWNLOAD -> book().filter(deeds::canFetch).isPresent() && !isKept(book());
            case DELETE_COPY -> book().flatMap(context.client()::copy).isPresent();
            case COPY_TITLE -> book().isPresent();
            case REVEAL_FILE -> book().filter(deeds::canReveal).isPresent();
            case CLOSE_TAB -> !onShelf();
            case REOPEN_TAB -> tabs.canReopen();
            case OPACITY_25, OPACITY_50, OPACITY_75, OPACITY_100 ->
                tabs.windows()
                        .front()
                        .map(BookWindow::canBeTranslucent)
                        .orElseGet(() -> translucency.possible() && tabs.showsText());
            case OWN_WINDOW -> !onShelf();
            case FILTER, FOLDERS, SHOW_SHELF, NEXT_TAB, PREVIOUS_TAB, QUIT, FULL_SCREEN, KEYS, ABOUT -> true;
            case THEME, THEME_LIGHT, THEME_PAPER, THEME_DARK -> true;
            case LANGUAGE_SYSTEM, LANGUAGE_ENGLISH, LANGUAGE_CHINESE, CONNECT -> true;
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
            case OPEN_FILE -> files.ask();
            case COPY_TITLE -> book().ifPresent(deeds::copyTitle);
            case REVEAL_FILE -> book().ifPresent(deeds::reveal);
            case FILTER -> {
                tabs.showShelf();
                shelf.focusFilter();
            }
            case FOLDERS -> {
                tabs.showShelf();
                shelf.askForFolder();
            }
            case SHELF_LIST -> shelf.turnView();
            case SHOW_SHELF -> tabs.showShelf();
            case CLOSE_TAB -> tabs.closeCurrent();
            case REOPEN_TAB -> tabs.reopen(context.client()::book);
            case NEXT_TAB -> tabs.step(1);
            case PREVIOUS_TAB -> tabs.step(-1);
            case QUIT -> quit();
            case THEME -> switchTo(Theme.current().next());
            case THEME_LIGHT, THEME_PAPER, THEME_DARK -> switchTo(theme(command));
            case LANGUAGE_SYSTEM, LANGUAGE_ENGLISH, LANGUAGE_CHINESE ->
                // A menu that goes with the window must have been left first.
                EventQueue.invokeLater(() -> speak.accept(language(command)));
            case CONNECT -> new ConnectDialog(frame, context.text(), servers, this::connect).show();
            case OPACITY_25, OPACITY_50, OPACITY_75, OPACITY_100 ->
                tabs.windows().front().ifPresentOrElse(own -> own.opacity(command), () -> translucency.choose(command));
            case OWN_WINDOW -> tabs.toggleOwnWindow();
            case FULL_SCREEN ->
                tabs.windows().front().ifPresentOrElse(BookWindow::toggleFullScreen, place::toggleFullScreen);
            case KEYS -> KeysWindow.show(frame, context.text());
            case ABOUT -> AboutWindow.show(frame, context.text(), program.version());
            default -> tabs.current().ifPresent(tab -> tab.run(command));
        }
    }

    @Override
    public boolean chosen(Command command) {
        return switch (command) {
            case THEME_LIGHT, THEME_PAPER, THEME_DARK -> Theme.current() == theme(command);
            case LANGUAGE_SYSTEM, LANGUAGE_ENGLISH, LANGUAGE_CHINESE ->
                context.preferences().text(ReaderWindow.LANGUAGE, "").equals(language(command));
            case OPACITY_25, OPACITY_50, OPACITY_75, OPACITY_100 -> translucency.isChosen(command);
            case FULL_SCREEN -> place.isFullScreen();
            case SHELF_LIST -> shelf.isList();
            default -> tabs.current().map(tab -> tab.chosen(command)).orElse(false);
        };
    }

    private void switchTo(Theme theme) {
        theme.switchTo();
        context.preferences().put("theme", theme.configName());
    }

    private static Theme theme(Command command) {
        return Theme.of(command.name().substring("THEME_".length()));
    }

    private static String language(Command command) {
        return switch (command) {
            case LANGUAGE_ENGLISH -> "en";
            case LANGUAGE_CHINESE -> "zh-CN";
            default -> "";
        };
    }

    private void connect(ServerAddress server) {
        servers.add(server);
        status.say(context.text().get("connect.busy", server));
        program.connect(server);
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
