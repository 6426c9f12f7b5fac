package netreader.ui.book;

import static netreader.ui.look.Painting.px;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Font;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JScrollPane;
import javax.swing.ListCellRenderer;
import javax.swing.ListSelectionModel;
import netreader.ui.command.Command;
import netreader.ui.command.Commands;
import netreader.ui.look.Entries;
import netreader.ui.look.Keys;
import netreader.ui.look.Painting;
import netreader.ui.look.Palette;
import netreader.ui.text.Messages;

/** The bookmarks beside the book: what the page begins with, its number, and when the bookmark was made. */
final class BookmarksPanel extends JPanel {
    private static final long serialVersionUID = 1;

    private final transient Messages text;
    private final transient Consumer<Bookmarks.Entry> goTo;
    private final transient Consumer<Bookmarks.Entry> remove;
    private final JList<Bookmarks.Entry> list = new JList<>();
    private final JLabel note = new JLabel();
    private final JButton away = new JButton();

    /**
     * @param goTo is given the bookmark that was clicked
     * @param remove is given the one to be taken away
     */
    BookmarksPanel(Messages text, Commands commands, Consumer<Bookmarks.Entry> goTo, Consumer<Bookmarks.Entry> remove) {
        super(new BorderLayout());
        this.text = text;
        this.goTo = goTo;
        this.remove = remove;
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setFixedCellHeight(px(50));
        list.setFixedCellWidth(px(160));
        list.setCellRenderer(new Cell(text));
        list.getAccessibleContext().setAccessibleName(text.get("bookmarks.title"));
        list.addMouseListener(new Mouse());
        list.addListSelectionListener(e -> away.setEnabled(list.getSelectedIndex() >= 0));
        Entries.whenChosen(list, goTo);
        Keys.on(list, "DELETE", () -> chosen().ifPresent(remove));
        note.setText(Sentence.of(text.get("bookmarks.none")));
        note.setForeground(Palette.SECONDARY.color());
        note.setBorder(BorderFactory.createEmptyBorder(px(12), px(14), px(12), px(14)));
        JScrollPane scroll = new JScrollPane(list);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        add(note, BorderLayout.NORTH);
        add(scroll, BorderLayout.CENTER);
        add(buttons(commands), BorderLayout.SOUTH);
    }

    private JPanel buttons(Commands commands) {
        JPanel buttons = new JPanel();
        buttons.setLayout(new BoxLayout(buttons, BoxLayout.X_AXIS));
        buttons.setBorder(BorderFactory.createEmptyBorder(px(6), px(10), px(8), px(10)));
        away.setText(text.get("bookmarks.remove"));
        away.setToolTipText(text.get("bookmarks.remove.tip"));
        away.setEnabled(false);
        away.addActionListener(e -> chosen().ifPresent(remove));
        JButton here = new JButton(commands.action(Command.BOOKMARK));
        here.setIcon(null);
        here.setText(text.get("bookmarks.here"));
        buttons.add(here);
        buttons.add(Box.createHorizontalStrut(px(8)));
        buttons.add(away);
        buttons.add(Box.createHorizontalGlue());
        return buttons;
    }

    private Optional<Bookmarks.Entry> chosen() {
        return Optional.ofNullable(list.getSelectedValue());
    }

    /** The bookmark after one that was taken away is the one that is chosen then. */
    void show(List<Bookmarks.Entry> entries) {
        int selected = list.getSelectedIndex();
        list.setListData(entries.toArray(Bookmarks.Entry[]::new));
        if (selected >= 0 && !entries.isEmpty()) {
            list.setSelectedIndex(Math.min(selected, entries.size() - 1));
        }
        note.setVisible(entries.isEmpty());
    }

    private final class Mouse extends MouseAdapter {
        @Override
        public void mousePressed(MouseEvent event) {
            popup(event);
        }

        @Override
        public void mouseReleased(MouseEvent event) {
            popup(event);
        }

        private void popup(MouseEvent event) {
            int index = Entries.indexAt(list, event.getPoint());
            if (event.isPopupTrigger() && index >= 0) {
                list.setSelectedIndex(index);
                JPopupMenu menu = new JPopupMenu();
                menu.add(text.get("bookmarks.go")).addActionListener(e -> chosen().ifPresent(goTo));
                menu.add(text.get("bookmarks.remove")).addActionListener(e -> chosen().ifPresent(remove));
                menu.show(list, event.getX(), event.getY());
            }
        }
    }

    private static final class Cell extends JPanel implements ListCellRenderer<Bookmarks.Entry> {
        private static final long serialVersionUID = 1;

        private final transient Messages text;
        private final transient DateTimeFormatter day;
        private final JLabel first = new JLabel();
        private final JLabel second = new JLabel();

        Cell(Messages text) {
            super(new BorderLayout());
            this.text = text;
            day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                    .withLocale(text.locale())
                    .withZone(ZoneId.systemDefault());
            setBorder(BorderFactory.createEmptyBorder(px(6), px(14), px(6), px(10)));
            add(first, BorderLayout.NORTH);
            add(second, BorderLayout.SOUTH);
        }

        @Override
        public Component getListCellRendererComponent(
                JList<? extends Bookmarks.Entry> list,
                Bookmarks.Entry entry,
                int index,
                boolean selected,
                boolean focused) {
            String page = text.get("bookmarks.page", entry.page() + 1);
            String begins = entry.bookmark().text();
            first.setText(begins.isEmpty() ? page : begins);
            second.setText(page + " · " + day.format(entry.bookmark().made()));
            second.setFont(Painting.font(12, Font.PLAIN));
            setBackground(selected ? list.getSelectionBackground() : list.getBackground());
            first.setForeground(selected ? list.getSelectionForeground() : list.getForeground());
            second.setForeground(selected ? list.getSelectionForeground() : Palette.SECONDARY.color());
            setToolTipText(begins.isEmpty() ? null : begins);
            getAccessibleContext().setAccessibleName(first.getText() + ", " + second.getText());
            return this;
        }
    }
}
