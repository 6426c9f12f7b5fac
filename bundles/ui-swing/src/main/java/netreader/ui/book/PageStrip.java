package netreader.ui.book;

import static netreader.ui.look.Painting.px;

import java.util.List;
import java.util.function.IntConsumer;
import javax.swing.Box;
import javax.swing.JLabel;
import javax.swing.JToolBar;
import netreader.ui.command.Command;
import netreader.ui.command.Commands;
import netreader.ui.look.CommandButton;
import netreader.ui.text.Messages;

/** A book's own tool strip: side panel, pages, zoom. */
final class PageStrip extends JToolBar {
    private static final long serialVersionUID = 1;

    private final PageBox pageBox;
    private final JLabel zoom = new JLabel();

    /** @param settings whether something may be chosen for the book */
    PageStrip(Messages text, Commands commands, boolean painted, boolean settings, IntConsumer goTo, Runnable leave) {
        setFloatable(false);
        pageBox = new PageBox(text, goTo, leave);
        addAll(commands, List.of(Command.SIDE_PANEL, Command.FIND));
        add(Box.createHorizontalStrut(px(12)));
        addAll(commands, List.of(Command.BACK, Command.FORWARD, Command.BOOKMARK));
        add(Box.createHorizontalGlue());
        addAll(commands, List.of(Command.PREVIOUS_PAGE));
        add(pageBox);
        addAll(commands, List.of(Command.NEXT_PAGE));
        add(Box.createHorizontalStrut(px(24)));
        addAll(commands, List.of(Command.ZOOM_OUT));
        zoom.setHorizontalAlignment(JLabel.CENTER);
        zoom.setToolTipText(text.get("command.ZOOM_RESET"));
        add(zoom);
        addAll(commands, List.of(Command.ZOOM_IN));
        if (painted) {
            addAll(commands, List.of(Command.FIT_WIDTH, Command.FIT_PAGE));
        }
        add(Box.createHorizontalGlue());
        if (!painted) {
            addAll(commands, List.of(Command.TEXT_STYLE));
        }
        if (settings) {
            addAll(commands, List.of(Command.BOOK_SETTINGS));
        }
        addAll(commands, List.of(Command.OWN_WINDOW));
    }

    private void addAll(Commands commands, List<Command> list) {
        list.forEach(command -> add(new CommandButton(commands.action(command))));
    }

    void show(int page, int pages, String zoomText) {
        pageBox.show(page, pages);
        zoom.setText("  " + zoomText + "  ");
    }

    void focusPageBox() {
        pageBox.focus();
    }
}
