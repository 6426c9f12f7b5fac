package netreader.ui.shelf;

import static netreader.ui.look.Painting.px;

import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import netreader.client.BookSetting;
import netreader.ui.book.SettingWords;
import netreader.ui.look.Palette;
import netreader.ui.text.Messages;

/** What may be chosen for a book, a box for each setting that has choices. A choice counts at once. Event thread. */
final class SettingsPanel extends JPanel {
    private static final long serialVersionUID = 1;

    /** @param chosen is given the setting's name with its value, empty to let the format find it */
    SettingsPanel(Messages text, List<BookSetting> settings, Consumer<Map<String, String>> chosen) {
        super(new GridBagLayout());
        setBorder(BorderFactory.createEmptyBorder(px(12), px(18), 0, px(18)));
        SettingWords words = new SettingWords(text);
        GridBagConstraints at = new GridBagConstraints();
        at.insets = new Insets(px(3), px(4), px(3), px(12));
        at.anchor = GridBagConstraints.LINE_START;
        for (BookSetting setting : settings) {
            if (!setting.choices().isEmpty()) {
                String title = words.title(setting);
                JLabel label = new JLabel(title);
                label.setForeground(Palette.SECONDARY.color());
                JComboBox<String> box = box(words, setting, chosen);
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

    private static JComboBox<String> box(
            SettingWords words, BookSetting setting, Consumer<Map<String, String>> chosen) {
        List<String> values = new ArrayList<>(setting.choices());
        if (!values.contains(setting.usual())) {
            values.add(0, setting.usual());
        }
        if (!setting.value().isEmpty() && !values.contains(setting.value())) {
            values.add(setting.value()); // the shell may have chosen what is not proposed
        }
        JComboBox<String> box = new JComboBox<>();
        values.forEach(value ->
                box.addItem(value.equals(setting.usual()) ? words.usual(setting) : words.choice(setting, value)));
        String current = setting.current();
        box.setSelectedIndex(values.indexOf(current));
        box.setMaximumRowCount(20);
        box.addActionListener(e -> {
            String value = values.get(box.getSelectedIndex());
            if (!current.equals(value)) {
                chosen.accept(Map.of(setting.name(), value));
            }
        });
        return box;
    }
}
