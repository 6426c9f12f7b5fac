package netreader.ui.flowing;

import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import netreader.client.BookDetails;
import netreader.client.ShelfBook;
import netreader.ui.book.BookView;
import netreader.ui.book.OwnSettings;
import netreader.ui.book.SettingsMenu;
import netreader.ui.command.Command;
import netreader.ui.command.Commands;
import netreader.ui.look.Fonts;
import netreader.ui.look.Popover;
import netreader.ui.work.UiContext;

/** What can be done with a text besides turning its pages. Event thread. */
final class TextActions {
    private static final int LONGEST_QUERY = 40;
    private static final int SAMPLE = 400;

    private final UiContext context;
    private final Commands commands;
    private final ShelfBook book;
    private final TextSheet sheet;
    private final BookView.Host host;
    private final Consumer<Map<String, String>> settingsChosen;
    private final Popover popover = new Popover();

    TextActions(
            UiContext context,
            Commands commands,
            ShelfBook book,
            TextSheet sheet,
            BookView.Host host,
            Consumer<Map<String, String>> settingsChosen) {
        this.context = context;
        this.commands = commands;
        this.book = book;
        this.sheet = sheet;
        this.host = host;
        this.settingsChosen = settingsChosen;
        sheet.addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                popUp(event);
            }

            @Override
            public void mouseReleased(MouseEvent event) {
                popUp(event);
            }
        });
    }

    boolean can(Command command) {
        return switch (command) {
            case COPY, SELECT_ALL, TEXT_STYLE, BOOK_SETTINGS, EXPORT_TEXT -> true;
            default -> false;
        };
    }

    void run(Command command) {
        switch (command) {
            case COPY -> copy();
            case SELECT_ALL -> sheet.select(TextSelection.all(sheet.page()));
            case TEXT_STYLE -> showStyle();
            case BOOK_SETTINGS -> showSettings();
            case EXPORT_TEXT -> new ExportCommand(context, book, host::tell).ask(sheet);
            default -> throw new IllegalArgumentException(command + " is none of a text's");
        }
    }

    private void copy() {
        if (!sheet.selection().isEmpty()) {
            String selected = sheet.selection().text(sheet.page());
            Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(selected), null);
        }
    }

    private void popUp(MouseEvent event) {
        if (!event.isPopupTrigger()) {
            return;
        }
        JPopupMenu menu = new JPopupMenu();
        String selected = sheet.selection().text(sheet.page()).strip();
        if (!selected.isEmpty()) {
            menu.add(item(Command.COPY));
            if (selected.length() <= LONGEST_QUERY && selected.indexOf('\n') < 0) {
                JMenuItem find = new JMenuItem(context.text().get("find.this", selected));
                find.addActionListener(e -> host.find(selected));
                menu.add(find);
            }
            menu.addSeparator();
        }
        List.of(Command.SELECT_ALL, Command.BOOKMARK).forEach(command -> menu.add(item(command)));
        menu.addSeparator();
        List.of(Command.TEXT_STYLE, Command.BOOK_SETTINGS, Command.OWN_WINDOW, Command.EXPORT_TEXT)
                .forEach(command -> menu.add(item(command)));
        menu.show(sheet, event.getX(), event.getY());
    }

    private JMenuItem item(Command command) {
        JMenuItem item = new JMenuItem(commands.action(command));
        item.setIcon(null);
        if (!command.keys().isEmpty()) {
            item.setAccelerator(command.keys().get(0));
        }
        return item;
    }

    private void showStyle() {
        popover.toggle(sheet.getParent(), context.text().get(Command.TEXT_STYLE.messageKey()), this::stylePanel);
    }

    private StylePanel stylePanel() {
        StylePanel panel = new StylePanel(
                context.text(), TextStyle.of(context.preferences()), style -> style.save(context.preferences()));
        String text = sheet.page().text();
        String sample = text.substring(0, Math.min(SAMPLE, text.length())).replaceAll("\\s", "");
        context.background().start(work -> Fonts.fitting(sample), panel::families, failure -> {});
        return panel;
    }

    private void showSettings() {
        OwnSettings own = new OwnSettings(context, book);
        if (own.apply()) {
            showSettings(new BookDetails(List.of(), own.settings(), Optional.empty()));
        } else {
            context.background().start(work -> context.client().details(book), this::showSettings, host::failed);
        }
    }

    private void showSettings(BookDetails details) {
        new SettingsMenu(context.text(), settingsChosen).showAtTheTopOf(sheet.getParent(), details);
    }

    void close() {
        popover.close();
    }
}
