package netreader.ui.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.swing.JComboBox;
import netreader.client.BookSetting;
import netreader.ui.book.SettingWords;
import netreader.ui.text.Messages;
import org.junit.jupiter.api.Test;

class SettingsPanelTest {
    private static final BookSetting CHARSET =
            new BookSetting("charset", "Encoding", List.of("UTF-8", "Big5"), "Big5", "");
    private static final BookSetting OTHER = new BookSetting("voice", "Voice", List.of("loud"), "hoarse", "");
    private static final BookSetting TYPED = new BookSetting("rules", "Rules", List.of(), "", "");

    private final List<Map<String, String>> chosen = new ArrayList<>();
    private final List<JComboBox<?>> boxes =
            boxes(new SettingsPanel(new Messages("en"), List.of(CHARSET, OTHER, TYPED), chosen::add));

    @Test
    void whatWasChosenIsSelectedAlsoIfItWasNotProposed() {
        assertEquals(2, boxes.size());
        assertEquals("Big5", boxes.get(0).getSelectedItem());
        assertEquals("hoarse", boxes.get(1).getSelectedItem());
    }

    @Test
    void aChoiceCountsAtOnceAndAutomaticTakesItBack() {
        boxes.get(0).setSelectedItem("Big5");
        boxes.get(0).setSelectedItem("UTF-8");
        boxes.get(0).setSelectedIndex(0);
        assertEquals(List.of(Map.of("charset", "UTF-8"), Map.of("charset", "")), chosen);
    }

    @Test
    void aKnownSettingIsNamedInTheReadersLanguage() {
        assertEquals("编码", new SettingWords(new Messages("zh")).title(CHARSET));
        assertEquals("Voice", new SettingWords(new Messages("zh")).title(OTHER));
    }

    private static List<JComboBox<?>> boxes(SettingsPanel panel) {
        List<JComboBox<?>> boxes = new ArrayList<>();
        for (Component component : panel.getComponents()) {
            if (component instanceof JComboBox<?> box) {
                boxes.add(box);
            }
        }
        return boxes;
    }
}
