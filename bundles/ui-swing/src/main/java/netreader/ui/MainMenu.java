package netreader.ui;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.swing.Action;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JRadioButtonMenuItem;
import javax.swing.KeyStroke;
import javax.swing.event.MenuEvent;
import javax.swing.event.MenuListener;
import netreader.ui.command.Command;
import netreader.ui.command.Commands;
import netreader.ui.command.KeyNames;
import netreader.ui.text.Messages;

/** Every command, in menus. */
final class MainMenu {
    private static final Set<Command> OPACITIES = EnumSet.range(Command.OPACITY_100, Command.OPACITY_25);

    private static final Set<Command> SWITCHES = EnumSet.of(
            Command.FIT_PAGE,
            Command.FIT_WIDTH,
            Command.CONTINUOUS,
            Command.TWO_PAGES,
            Command.NIGHT,
            Command.SIDE_PANEL,
            Command.SHELF_LIST,
            Command.FULL_SCREEN,
            Command.BOOKMARK);
    private static final Set<Command> THEMES = EnumSet.range(Command.THEME_LIGHT, Command.THEME_PAPER);
    private static final Set<Command> LANGUAGES = EnumSet.range(Command.LANGUAGE_SYSTEM, Command.LANGUAGE_CHINESE);

    private static final List<List<Command>> FILE = List.of(
            List.of(Command.OPEN_FILE, Command.CONNECT),
            List.of(Command.START_READING, Command.INFORMATION, Command.COPY_TITLE),
            List.of(Command.DOWNLOAD, Command.REVEAL_FILE, Command.DELETE_COPY),
            List.of(Command.PRINT, Command.EXPORT_TEXT),
            List.of(Command.CLOSE_TAB, Command.REOPEN_TAB),
            List.of(Command.QUIT));
    private static final List<List<Command>> EDIT = List.of(
            List.of(Command.COPY, Command.SELECT_ALL),
            List.of(Command.FIND, Command.FIND_NEXT, Command.FIND_PREVIOUS),
            List.of(Command.BOOKMARK),
            List.of(Command.FILTER, Command.FOLDERS));
    private static final List<List<Command>> VIEW = List.of(
            List.of(Command.ZOOM_IN, Command.ZOOM_OUT, Command.ZOOM_RESET, Command.FIT_PAGE, Command.FIT_WIDTH),
            List.of(Command.CONTINUOUS, Command.TWO_PAGES, Command.ROTATE_RIGHT, Command.ROTATE_LEFT, Command.NIGHT),
            List.of(Command.TEXT_STYLE, Command.BOOK_SETTINGS, Command.OWN_WINDOW),
            List.of(Command.SIDE_PANEL, Command.SHELF_LIST, Command.FULL_SCREEN));
    private static final List<List<Command>> GO = List.of(
            List.of(Command.BACK, Command.FORWARD),
            List.of(
                    Command.NEXT_PAGE,
                    Command.PREVIOUS_PAGE,
                    Command.FIRST_PAGE,
                    Command.LAST_PAGE,
                    Command.GO_TO_PAGE),
            List.of(
                    Command.SCREEN_DOWN,
                    Command.SCREEN_UP,
                    Command.LINE_DOWN,
                    Command.LINE_UP,
                    Command.RIGHT,
                    Command.LEFT),
            List.of(Command.SHOW_SHELF, Command.NEXT_TAB, Command.PREVIOUS_TAB));
    private static final List<List<Command>> HELP = List.of(List.of(Command.KEYS), List.of(Command.ABOUT));

    private MainMenu() {}

    /** @param recent the menu of the books that were read last */
    static JMenuBar create(Messages text, Commands commands, boolean translucent, Optional<JMenu> recent) {
        JMenuBar bar = new JMenuBar();
        JMenu view = menu(text.get("menu.view"), VIEW, commands);
        view.addSeparator();
        view.add(menu(text.get("menu.theme"), List.of(List.copyOf(THEMES)), commands));
        view.add(menu(text.get("menu.language"), List.of(List.copyOf(LANGUAGES)), commands));
        view.add(opacity(text, commands, translucent ? "menu.opacity.tip" : "menu.opacity.never"));
        JMenu file = menu(text.get("menu.file"), FILE, commands);
        recent.ifPresent(books -> file.insert(books, FILE.get(0).size()));
        bar.add(file);
        bar.add(menu(text.get("menu.edit"), EDIT, commands));
        bar.add(view);
        bar.add(menu(text.get("menu.go"), GO, commands));
        bar.add(menu(text.get("menu.help"), HELP, commands));
        return bar;
    }

    private static JMenu menu(String name, List<List<Command>> groups, Commands commands) {
        JMenu menu = new JMenu(name);
        for (List<Command> group : groups) {
            if (menu.getItemCount() > 0) {
                menu.addSeparator();
            }
            group.forEach(command -> menu.add(item(commands.action(command), command)));
        }
        menu.addMenuListener(new Refresh(commands));
        return menu;
    }

    private static JMenu opacity(Messages text, Commands commands, String tip) {
        JMenu menu = new JMenu(text.get("menu.opacity"));
        for (Command command : OPACITIES) {
            JMenuItem item = item(commands.action(command), command);
            item.setToolTipText(text.get(tip));
            menu.add(item);
        }
        menu.addMenuListener(new Refresh(commands));
        menu.setToolTipText(text.get(tip));
        return menu;
    }

    private static JMenuItem item(Action action, Command command) {
        boolean oneOfSome = THEMES.contains(command) || LANGUAGES.contains(command) || OPACITIES.contains(command);
        JMenuItem item = oneOfSome
                ? new JRadioButtonMenuItem(action)
                : SWITCHES.contains(command) ? new ShowsTick(action) : new ShowsKey(action);
        item.setIcon(null);
        if (!command.keys().isEmpty()) {
            item.setAccelerator(KeyNames.shown(command.keys().get(0)));
        }
        return item;
    }

    /** Shows its key without listening to it: a single letter must not fire while something is typed. */
    private static final class ShowsKey extends JMenuItem {
        private static final long serialVersionUID = 1;

        ShowsKey(Action action) {
            super(action);
        }

        @Override
        protected boolean processKeyBinding(
                KeyStroke key, java.awt.event.KeyEvent event, int condition, boolean pressed) {
            return false;
        }
    }

    /** The same for what is on or off. */
    private static final class ShowsTick extends JCheckBoxMenuItem {
        private static final long serialVersionUID = 1;

        ShowsTick(Action action) {
            super(action);
        }

        @Override
        protected boolean processKeyBinding(
                KeyStroke key, java.awt.event.KeyEvent event, int condition, boolean pressed) {
            return false;
        }
    }

    private record Refresh(Commands commands) implements MenuListener {
        @Override
        public void menuSelected(MenuEvent e) {
            commands.refresh();
        }

        @Override
        public void menuDeselected(MenuEvent e) {}

        @Override
        public void menuCanceled(MenuEvent e) {}
    }
}
