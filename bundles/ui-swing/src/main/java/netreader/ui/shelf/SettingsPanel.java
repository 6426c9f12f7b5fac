package netreader.ui.shelf;

import static netreader.ui.look.Painting.px;

import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import netreader.client.BookSetting;
import netreader.ui.look.Palette;
import netreader.ui.text.Messages;

/** What may be chosen for a book, a box for each setting that has choices. A choice counts at once. Event thread. */
final class SettingsPanel extends JPanel {
    private static final long serialVersionUID = 1;

    /** @param chosen is given the setting's name with its value, empty to let the format find it */
    SettingsPanel(Messages text, List<BookSetting> settings, Consumer<Map<String, String>> chosen) {
        super(new GridBagLayout());
        setBorder(BorderFactory.createEmptyBorder(px(12), px(18), 0, px(18)));
        GridBagConstraints at = new GridBagConstraints();
        at.insets = new Insets(px(3), px(4), px(3), px(12));
        at.anchor = GridBagConstraints.LINE_START;
        for (BookSetting setting : settings) {
            if (!setting.choices().isEmpty()) {
                String title = title(text, setting);
                JLabel label = new JLabel(title);
                label.setForeground(Palette.SECONDARY.color());
                JComboBox<String> box = box(text, setting, chosen);
                box.getAccessibleContext().setAccessibleName(title);
                label.setLabelFor(box);
                at.gridx = 0;
                at.weightx = 0;
                add(label, at);
                at.gridx = 1;
                at.weightx = 1;
                add(box, at);
            }
        }
    }

    /** In this language where the setting is a known one, else in the words of the format. */
    static String title(Messages text, BookSetting setting) {
        return text.find("setting." + setting.name()).orElse(setting.title());
    }

    private static JComboBox<String> box(Messages text, BookSetting setting, Consumer<Map<String, String>> chosen) {
        DefaultComboBoxModel<String> choices = new DefaultComboBoxModel<>();
        choices.addElement(text.get("setting.automatic"));
        choices.addAll(setting.choices());
        if (!setting.value().isEmpty() && choices.getIndexOf(setting.value()) < 0) {
            choices.addElement(setting.value()); // the shell may have chosen what is not proposed
        }
        JComboBox<String> box = new JComboBox<>(choices);
        box.setSelectedIndex(setting.value().isEmpty() ? 0 : choices.getIndexOf(setting.value()));
        box.setMaximumRowCount(20);
        box.addActionListener(e -> {
            String value = box.getSelectedIndex() == 0 ? "" : (String) box.getSelectedItem();
            if (!setting.value().equals(value)) {
                chosen.accept(Map.of(setting.name(), value));
            }
        });
        return box;
    }
}
