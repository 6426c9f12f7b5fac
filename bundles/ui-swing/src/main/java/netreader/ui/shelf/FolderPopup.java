package netreader.ui.shelf;

import static netreader.ui.look.Painting.px;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.ListSelectionModel;
import netreader.client.ShelfFolder;
import netreader.ui.look.Glyph;
import netreader.ui.look.Keys;
import netreader.ui.text.Messages;

/** The library's folders as a list that drops down, with a field in which the name of one is typed. Event thread. */
final class FolderPopup {
    private static final int WIDTH = 340;
    private static final int ROWS = 14;

    private final List<ShelfFolder> folders;
    private final Consumer<String> chosen;
    private final JPopupMenu popup = new JPopupMenu();
    private final JTextField field = new JTextField();
    private final JList<ShelfFolder> list = new JList<>();
    private final FolderCell cell;

    /** @param chosen is given the path of the folder; empty for all */
    FolderPopup(Messages text, List<ShelfFolder> folders, Consumer<String> chosen) {
        this.folders = folders;
        this.chosen = chosen;
        cell = new FolderCell(text);
        field.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, text.get("shelf.folders.find"));
        field.putClientProperty(FlatClientProperties.TEXT_FIELD_LEADING_ICON, Glyph.FILTER.icon(14));
        field.getAccessibleContext().setAccessibleName(text.get("shelf.folders.find"));
        Keys.whenTyped(field, this::find);
        list.setCellRenderer(cell);
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setVisibleRowCount(Math.min(ROWS, folders.size() + 1));
        list.setFocusable(false);
        list.setFixedCellWidth(px(WIDTH));
        list.setFixedCellHeight(px(26));
        list.getAccessibleContext().setAccessibleName(text.get("command.FOLDERS"));
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseReleased(MouseEvent e) {
                choose();
            }
        });
        bindKeys();
        JScrollPane scroll = new JScrollPane(list);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        JPanel content = new JPanel(new BorderLayout(0, px(6)));
        content.setBorder(BorderFactory.createEmptyBorder(px(6), px(6), px(4), px(6)));
        content.add(field, BorderLayout.NORTH);
        content.add(scroll, BorderLayout.CENTER);
        popup.add(content);
    }

    /** @param current the folder that is chosen now */
    void show(Component under, String current) {
        find();
        for (int i = 0; i < list.getModel().getSize(); i++) {
            if (list.getModel().getElementAt(i).name().equals(current)) {
                select(i);
            }
        }
        popup.show(under, 0, under.getHeight() + px(2));
        EventQueue.invokeLater(field::requestFocusInWindow);
    }

    private void find() {
        List<String> words = ShelfFilter.words(field.getText());
        List<ShelfFolder> found = new ArrayList<>();
        if (words.isEmpty()) {
            found.add(new ShelfFolder("", 0));
        }
        folders.stream()
                .filter(folder -> ShelfFilter.matches(ShelfFilter.fold(folder.name()), words))
                .forEach(found::add);
        cell.wholePaths(!words.isEmpty());
        list.setListData(found.toArray(ShelfFolder[]::new));
        select(0);
    }

    private void select(int index) {
        if (index >= 0 && index < list.getModel().getSize()) {
            list.setSelectedIndex(index);
            list.ensureIndexIsVisible(index);
        }
    }

    private void choose() {
        ShelfFolder folder = list.getSelectedValue();
        popup.setVisible(false);
        if (folder != null) {
            chosen.accept(folder.name());
        }
    }

    private void bindKeys() {
        Keys.on(field, "DOWN", () -> select(list.getSelectedIndex() + 1));
        Keys.on(field, "UP", () -> select(list.getSelectedIndex() - 1));
        Keys.on(
                field,
                "PAGE_DOWN",
                () -> select(Math.min(list.getModel().getSize() - 1, list.getSelectedIndex() + ROWS)));
        Keys.on(field, "PAGE_UP", () -> select(Math.max(0, list.getSelectedIndex() - ROWS)));
        Keys.on(field, "ENTER", this::choose);
        Keys.on(field, "ESCAPE", () -> popup.setVisible(false));
    }
}
