package netreader.ui;

import static netreader.ui.look.Painting.px;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Frame;
import java.awt.GridLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JLabel;
import javax.swing.JPanel;
import netreader.ui.command.Command;
import netreader.ui.command.KeyNames;
import netreader.ui.command.Scope;
import netreader.ui.look.FactsPanel;
import netreader.ui.look.Painting;
import netreader.ui.look.PlainDialog;
import netreader.ui.text.Messages;

/** The list of keys, made from the table that binds them, by where they work. */
final class KeysWindow {
    private KeysWindow() {}

    static void show(Frame owner, Messages text) {
        JPanel left = column();
        left.add(group(text, Scope.WINDOW));
        left.add(group(text, Scope.SHELF));
        left.add(Box.createVerticalGlue());
        JPanel right = column();
        right.add(group(text, Scope.BOOK));
        right.add(Box.createVerticalGlue());
        JPanel all = new JPanel(new GridLayout(1, 2, px(8), 0));
        all.setBorder(BorderFactory.createEmptyBorder(px(12), px(16), px(12), px(16)));
        all.add(left);
        all.add(right);
        PlainDialog.show(owner, text.get("command.KEYS"), all);
    }

    private static JPanel column() {
        JPanel column = new JPanel();
        column.setLayout(new BoxLayout(column, BoxLayout.Y_AXIS));
        return column;
    }

    private static JPanel group(Messages text, Scope scope) {
        JLabel title = new JLabel(text.get("keys." + scope.name().toLowerCase(Locale.ROOT)));
        title.setFont(Painting.font(14, Font.BOLD));
        title.setBorder(BorderFactory.createEmptyBorder(px(6), px(22), 0, 0));
        FactsPanel facts = new FactsPanel(17);
        commands(scope).forEach(command -> facts.add(text.get(command.messageKey()), keys(command)));
        JPanel group = new JPanel(new BorderLayout());
        group.add(title, BorderLayout.NORTH);
        group.add(facts, BorderLayout.CENTER);
        // What room is left stays below the groups.
        group.setMaximumSize(new Dimension(Integer.MAX_VALUE, group.getPreferredSize().height));
        return group;
    }

    /** The commands of a scope that have keys. */
    private static List<Command> commands(Scope scope) {
        return Arrays.stream(Command.values())
                .filter(command -> command.scope() == scope && !command.keys().isEmpty())
                .toList();
    }

    static String keys(Command command) {
        return command.keys().stream().map(KeyNames::describe).collect(Collectors.joining(",  "));
    }
}
