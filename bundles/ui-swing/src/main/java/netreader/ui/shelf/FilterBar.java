package netreader.ui.shelf;

import static netreader.ui.look.Painting.px;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JTextField;
import netreader.client.ShelfFolder;
import netreader.ui.look.Glyph;
import netreader.ui.look.Keys;
import netreader.ui.text.Messages;

/** Which books are wanted: their words, their folder, their order; and how many there are. Event thread. */
final class FilterBar extends JPanel {
    private static final long serialVersionUID = 1;

    private final JTextField field = new JTextField(20);
    private final JButton folders;
    private final JComboBox<ShelfOrder> orders = new JComboBox<>(ShelfOrder.values());
    private final JLabel count = new JLabel(" ");
    private final JPanel line = new JPanel();
    private final FolderPath path;
    private final transient Messages text;
    private final transient Consumer<ShelfChoice> wanted;
    private transient ShelfChoice choice;
    private transient List<ShelfFolder> known = List.of();

    /**
     * @param first what is wanted at first
     * @param wanted is told what is wanted then
     * @param leave what Esc does besides emptying the field
     * @param choose goes on to the books that were found: Enter and the arrow down
     */
    FilterBar(Messages text, ShelfChoice first, Consumer<ShelfChoice> wanted, Runnable leave, Runnable choose) {
        super(new BorderLayout());
        this.text = text;
        this.choice = first;
        this.wanted = wanted;
        path = new FolderPath(text, this::chooseFolder);
        path.show(first.folder());
        folders = new JButton(text.get("command.FOLDERS"), Glyph.FOLDER.icon(14));
        folders.setToolTipText(text.get("shelf.folders.tip"));
        folders.addActionListener(e -> askForFolder());
        folders.putClientProperty(FlatClientProperties.STYLE, "arc: 999; margin: 4,10,4,12");
        folders.setVisible(!first.folder().isEmpty());
        orders.setSelectedItem(first.order());
        orders.setToolTipText(text.get("shelf.order.tip"));
        orders.getAccessibleContext().setAccessibleName(text.get("shelf.order.tip"));
        orders.setRenderer(new OrderName());
        orders.setMaximumSize(orders.getPreferredSize());
        orders.addActionListener(e -> change(choice.withOrder((ShelfOrder) orders.getSelectedItem())));
        buildField(leave, choose);
        count.putClientProperty(FlatClientProperties.STYLE, "foreground: $NetReader.secondary");
        line.setOpaque(false);
        line.setLayout(new BoxLayout(line, BoxLayout.X_AXIS));
        line.setBorder(BorderFactory.createEmptyBorder(px(10), px(24), px(4), px(24)));
        line.add(field);
        line.add(Box.createHorizontalStrut(px(8)));
        line.add(folders);
        line.add(Box.createHorizontalGlue());
        line.add(Box.createHorizontalStrut(px(12)));
        line.add(count);
        line.add(Box.createHorizontalStrut(px(12)));
        line.add(orders);
        add(line, BorderLayout.NORTH);
        add(path, BorderLayout.CENTER);
    }

    private void buildField(Runnable leave, Runnable choose) {
        field.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, text.get("shelf.filter"));
        field.putClientProperty(FlatClientProperties.TEXT_FIELD_SHOW_CLEAR_BUTTON, true);
        field.putClientProperty(FlatClientProperties.TEXT_FIELD_LEADING_ICON, Glyph.FILTER.icon(14));
        field.putClientProperty(FlatClientProperties.STYLE, "arc: 999; margin: 4,8,4,8");
        field.setToolTipText(text.get("shelf.filter.tip"));
        field.getAccessibleContext().setAccessibleName(text.get("shelf.filter"));
        field.setMaximumSize(new Dimension(px(380), field.getPreferredSize().height));
        Keys.whenTyped(field, () -> change(choice.withWords(field.getText())));
        Keys.on(field, "ESCAPE", () -> {
            field.setText("");
            leave.run();
        });
        Keys.on(field, "ENTER", choose);
        Keys.on(field, "DOWN", choose);
    }

    private void change(ShelfChoice newChoice) {
        if (!newChoice.equals(choice)) {
            choice = newChoice;
            wanted.accept(choice);
        }
    }

    /** Drops the list of folders, if the library has any. */
    void askForFolder() {
        if (folders.isVisible()) {
            new FolderPopup(text, known, this::chooseFolder).show(folders, choice.folder());
        }
    }

    private void chooseFolder(String folder) {
        path.show(folder);
        change(choice.withFolder(folder));
    }

    /** @param books how many are found; empty if that is not known */
    void show(OptionalLong books, List<ShelfFolder> newFolders) {
        count.setText(books.isPresent() ? text.get("shelf.count", books.getAsLong()) : " ");
        known = newFolders;
        folders.setVisible(!known.isEmpty() || !choice.folder().isEmpty());
    }

    /** As if it had been chosen from the list. */
    void chooseOrder(ShelfOrder order) {
        orders.setSelectedItem(order);
    }

    /** Adds a button at the end. */
    void addTool(JButton tool) {
        tool.putClientProperty(FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
        line.add(Box.createHorizontalStrut(px(6)));
        line.add(tool);
    }

    void setWords(String words) {
        field.setText(words);
    }

    boolean hasTheFocus() {
        return field.isFocusOwner();
    }

    void focus() {
        field.requestFocusInWindow();
        field.selectAll();
    }

    private final class OrderName extends DefaultListCellRenderer {
        private static final long serialVersionUID = 1;

        @Override
        public Component getListCellRendererComponent(
                JList<?> list, Object order, int index, boolean selected, boolean focused) {
            String name = text.get("shelf.order." + ((ShelfOrder) order).configName());
            return super.getListCellRendererComponent(list, name, index, selected, focused);
        }
    }
}
