package netreader.ui.shelf;

import static netreader.ui.look.Painting.px;

import java.awt.BorderLayout;
import java.awt.Component;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;
import netreader.client.ShelfFolder;
import netreader.ui.look.Palette;
import netreader.ui.text.Messages;

/** A folder in a list: its name, as far in as it lies deep, and how many books it has. */
final class FolderCell extends JPanel implements ListCellRenderer<ShelfFolder> {
    private static final long serialVersionUID = 1;
    /** What lies deeper is not moved in further, or its name would have no room. */
    private static final int MOST_STEPS = 8;

    private final transient Messages text;
    private final JLabel name = new JLabel();
    private final JLabel count = new JLabel();
    private boolean wholePaths;

    FolderCell(Messages text) {
        super(new BorderLayout(px(10), 0));
        this.text = text;
        name.putClientProperty("html.disable", true);
        add(name, BorderLayout.CENTER);
        add(count, BorderLayout.EAST);
    }

    /** Whether folders stand alone, and not below those in which they are. */
    void wholePaths(boolean whole) {
        wholePaths = whole;
    }

    @Override
    public Component getListCellRendererComponent(
            JList<? extends ShelfFolder> list, ShelfFolder folder, int index, boolean selected, boolean focused) {
        String path = folder.name();
        int steps = wholePaths ? 0 : (int) path.chars().filter(c -> c == '/').count();
        boolean all = path.isEmpty();
        name.setText(
                all
                        ? text.get("shelf.folders")
                        : wholePaths ? path.replace("/", " › ") : path.substring(path.lastIndexOf('/') + 1));
        count.setText(all ? "" : text.get("shelf.folder.count", folder.books()));
        setBorder(BorderFactory.createEmptyBorder(0, px(8 + 14 * Math.min(steps, MOST_STEPS)), 0, px(10)));
        setBackground(selected ? list.getSelectionBackground() : list.getBackground());
        name.setForeground(selected ? list.getSelectionForeground() : list.getForeground());
        count.setForeground(selected ? list.getSelectionForeground() : Palette.SECONDARY.color());
        getAccessibleContext().setAccessibleName(name.getText() + " " + count.getText());
        return this;
    }
}
