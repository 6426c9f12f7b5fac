package netreader.ui;

import static netreader.ui.look.Painting.px;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.Action;
import javax.swing.JFrame;
import javax.swing.JToolBar;
import javax.swing.WindowConstants;
import netreader.client.ClientListener;
import netreader.client.Connectivity;
import netreader.client.ServerAddress;
import netreader.client.ShelfBook;
import netreader.ui.book.BookTab;
import netreader.ui.command.Command;
import netreader.ui.command.CommandTarget;
import netreader.ui.command.Commands;
import netreader.ui.look.AppIcon;
import netreader.ui.look.CommandButton;
import netreader.ui.look.Fonts;
import netreader.ui.shelf.BookDeeds;
import netreader.ui.shelf.FileReveal;
import netreader.ui.shelf.ShelfPanel;
import netreader.ui.work.UiContext;

/** The window: it puts the parts together and sends each command to the part that carries it out. Event thread. */
final class MainWindow implements CommandTarget {
    private static final System.Logger LOG = System.getLogger(MainWindow.class.getName());

    private static final List<List<Command>> TOOLS = List.of(
            List.of(Command.SHOW_SHELF),
            List.of(Command.START_READING, Command.INFORMATION, Command.DOWNLOAD, Command.DELETE_COPY),
            List.of(Command.CONNECT, Command.OPEN_FILE, Command.FILTER),
            List.of(Command.THEME, Command.ABOUT));

    private final UiContext context;
    private final Program program;
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
    private final Map<Command, CommandTarget> parts = new EnumMap<>(Command.class);
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
        servers = new LastServers(context.preferences());
        place = new WindowPlace(frame, context.preferences());
        shelf = new ShelfPanel(context);
        status = new StatusBar(context);
        deeds = new BookDeeds(context, status::say, shelf::copiesChanged, this::settingsChanged);
        files = new OpenFiles(frame, context, this::openBook, status::say);
        commands = new Commands(context.text(), this);
        tabs = new OpenTabs(context, commands, shelf, this::newTab, context.client()::latest, this::tabChanged);
        translucency = new Translucency(frame);
        CommandTarget appearance = new Appearance(context.preferences(), speak, place, translucency, tabs);
        Appearance.COMMANDS.forEach(command -> parts.put(command, appearance));
        CommandTarget books = new BookCommands(frame, context.client(), deeds, this::book);
        BookCommands.COMMANDS.forEach(command -> parts.put(command, books));
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
        for (List<Command> group : TOOLS) {
            if (toolBar.getComponentCount() > 0) {
                toolBar.addSeparator();
            }
            group.forEach(command -> toolBar.add(new CommandButton(commands.action(command))));
        }
        frame.add(toolBar, BorderLayout.NORTH);
        frame.add(tabs.component(), BorderLayout.CENTER);
        frame.add(status, BorderLayout.SOUTH);
        WindowKeys.bind(frame, commands, place);
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

    /** The book that a command means: that of the tab, or the one that is selected on the shelf. */
    private Optional<ShelfBook> book() {
        return tabs.current().map(BookTab::book).or(shelf::selected);
    }

    private boolean onShelf() {
        return tabs.current().isEmpty();
    }

    /** The part that carries out a command; the open book, unless it is one of the window's own. */
    private Optional<CommandTarget> part(Command command) {
        return Optional.ofNullable(parts.get(command)).or(tabs::current);
    }

    @Override
    public boolean can(Command command) {
        return switch (command) {
            case START_READING -> onShelf() && shelf.selected().isPresent();
            case SHELF_LIST -> onShelf();
            case CLOSE_TAB, OWN_WINDOW -> !onShelf();
            case REOPEN_TAB -> tabs.canReopen();
            case OPEN_FILE, CONNECT, FILTER, FOLDERS, SHOW_SHELF, NEXT_TAB, PREVIOUS_TAB, QUIT, KEYS, ABOUT -> true;
            default -> part(command).map(target -> target.can(command)).orElse(false);
        };
    }

    @Override
    public void run(Command command) {
        switch (command) {
            case START_READING -> shelf.selected().ifPresent(this::openBook);
            case OPEN_FILE -> files.ask();
            case CONNECT -> new ConnectDialog(frame, context.text(), servers, this::connect).show();
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
            case OWN_WINDOW -> tabs.toggleOwnWindow();
            case QUIT -> quit();
            case KEYS -> KeysWindow.show(frame, context.text());
            case ABOUT -> AboutWindow.show(frame, context.text(), program.version());
            default -> part(command).ifPresent(target -> target.run(command));
        }
    }

    @Override
    public boolean chosen(Command command) {
        return command == Command.SHELF_LIST
                ? shelf.isList()
                : part(command).map(target -> target.chosen(command)).orElse(false);
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
