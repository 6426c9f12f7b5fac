package netreader.ui.painted;

import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import netreader.ui.command.Command;
import netreader.ui.command.CommandTarget;
import netreader.ui.text.Messages;

/** The context menu of a page. Event thread. */
final class DeskMenu {
    private static final List<List<Command>> ENTRIES = List.of(
            List.of(Command.COPY, Command.SELECT_ALL),
            List.of(Command.ZOOM_IN, Command.ZOOM_OUT, Command.FIT_WIDTH, Command.FIT_PAGE),
            List.of(Command.CONTINUOUS, Command.TWO_PAGES, Command.ROTATE_RIGHT, Command.ROTATE_LEFT),
            List.of(Command.NIGHT, Command.BOOK_SETTINGS, Command.PRINT));

    private final JPopupMenu menu = new JPopupMenu();
    private final List<JMenuItem> items = new ArrayList<>();
    private final List<Command> commands = new ArrayList<>();
    private final CommandTarget target;

    DeskMenu(Messages text, CommandTarget target) {
        this.target = target;
        for (List<Command> group : ENTRIES) {
            if (menu.getComponentCount() > 0) {
                menu.addSeparator();
            }
            for (Command command : group) {
                JMenuItem item = new JMenuItem(text.get(command.messageKey()));
                command.keys().stream().findFirst().ifPresent(item::setAccelerator);
                item.addActionListener(e -> target.run(command));
                menu.add(item);
                items.add(item);
                commands.add(command);
            }
        }
    }

    void show(MouseEvent event) {
        for (int i = 0; i < items.size(); i++) {
            items.get(i).setEnabled(target.can(commands.get(i)));
        }
        menu.show(event.getComponent(), event.getX(), event.getY());
    }
}
