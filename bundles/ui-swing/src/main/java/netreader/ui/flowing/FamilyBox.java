package netreader.ui.flowing;

import java.awt.Component;
import java.awt.Font;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JList;

/** The families of fonts, and one entry for that which suits the text. Event thread. */
final class FamilyBox extends JComboBox<String> {
    private static final long serialVersionUID = 1;

    private boolean filling;

    /**
     * @param automatic what is said for the family that suits the text
     * @param chosen is given the family that is chosen; empty for that
     */
    FamilyBox(String automatic, Consumer<String> chosen) {
        addItem(automatic);
        setRenderer(new FamilyCell());
        setMaximumRowCount(14);
        setPrototypeDisplayValue("Source Han Serif SC Normal");
        addActionListener(e -> {
            if (!filling && getSelectedIndex() >= 0) {
                chosen.accept(getSelectedIndex() == 0 ? "" : getItemAt(getSelectedIndex()));
            }
        });
    }

    /** @param family that is chosen; empty for the one that suits the text */
    void fill(List<String> names, String family) {
        filling = true;
        String automatic = getItemAt(0);
        removeAllItems();
        addItem(automatic);
        names.forEach(this::addItem);
        if (!family.isEmpty() && !names.contains(family)) {
            addItem(family);
        }
        setSelectedItem(family.isEmpty() ? automatic : family);
        filling = false;
    }

    /** Each family in its own letters. */
    private static final class FamilyCell extends DefaultListCellRenderer {
        private static final long serialVersionUID = 1;

        @Override
        public Component getListCellRendererComponent(
                JList<?> list, Object value, int index, boolean selected, boolean focus) {
            super.getListCellRendererComponent(list, value, index, selected, focus);
            if (index > 0 && value instanceof String family) {
                Font font = new Font(family, Font.PLAIN, 1).deriveFont(getFont().getSize2D());
                if (font.canDisplayUpTo(family) < 0) {
                    setFont(font);
                }
            }
            return this;
        }
    }
}
