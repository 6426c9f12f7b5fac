package netreader.ui.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.swing.UIManager;
import org.junit.jupiter.api.Test;

/** Whether everything that is written can be read: the contrasts of WCAG 2.1, sections 1.4.3 and 1.4.11. */
class ContrastTest {
    /** Text and what it stands on. */
    private static final List<List<String>> WRITTEN = List.of(
            List.of("NetReader.ink", "NetReader.paper"),
            List.of("NetReader.ink", "NetReader.shelf"),
            List.of("NetReader.ink", "NetReader.mark"),
            List.of("NetReader.ink", "NetReader.markHere"),
            List.of("NetReader.secondary", "NetReader.shelf"),
            List.of("NetReader.secondary", "NetReader.selection"),
            List.of("NetReader.secondary", "Panel.background"),
            List.of("NetReader.secondary", "Tree.background"),
            List.of("NetReader.secondary", "List.background"),
            List.of("NetReader.bannerInk", "NetReader.banner"),
            List.of("Label.foreground", "NetReader.shelf"),
            List.of("Label.foreground", "NetReader.selection"),
            List.of("Label.foreground", "Panel.background"),
            List.of("Button.foreground", "Button.background"),
            List.of("Button.default.foreground", "Button.default.background"),
            List.of("Button.foreground", "Button.hoverBackground"),
            List.of("CheckBox.foreground", "Panel.background"),
            List.of("ComboBox.foreground", "ComboBox.background"),
            List.of("ComboBox.selectionForeground", "ComboBox.selectionBackground"),
            List.of("List.foreground", "List.background"),
            List.of("List.selectionForeground", "List.selectionBackground"),
            List.of("List.selectionInactiveForeground", "List.selectionInactiveBackground"),
            List.of("Menu.foreground", "MenuBar.background"),
            List.of("MenuItem.foreground", "MenuItem.background"),
            List.of("MenuItem.selectionForeground", "MenuItem.selectionBackground"),
            List.of("MenuItem.acceleratorForeground", "MenuItem.background"),
            List.of("MenuItem.acceleratorSelectionForeground", "MenuItem.selectionBackground"),
            List.of("RadioButton.foreground", "Panel.background"),
            List.of("TabbedPane.foreground", "TabbedPane.background"),
            List.of("TabbedPane.foreground", "TabbedPane.hoverColor"),
            List.of("Table.foreground", "Table.background"),
            List.of("Table.selectionForeground", "Table.selectionBackground"),
            List.of("Table.selectionInactiveForeground", "Table.selectionInactiveBackground"),
            List.of("TableHeader.foreground", "TableHeader.background"),
            List.of("TextField.foreground", "TextField.background"),
            List.of("TextField.placeholderForeground", "TextField.background"),
            List.of("TextField.selectionForeground", "TextField.selectionBackground"),
            List.of("TextPane.foreground", "TextPane.background"),
            List.of("ToolTip.foreground", "ToolTip.background"),
            List.of("Tree.foreground", "Tree.background"),
            List.of("Tree.selectionForeground", "Tree.selectionBackground"),
            List.of("Tree.selectionInactiveForeground", "Tree.selectionInactiveBackground"));

    /** Signs that say something by themselves, and what they stand on. */
    private static final List<List<String>> DRAWN = List.of(
            List.of("NetReader.good", "Panel.background"),
            List.of("NetReader.warning", "Panel.background"),
            List.of("NetReader.bad", "Panel.background"),
            List.of("NetReader.good", "NetReader.shelf"),
            List.of("NetReader.warning", "NetReader.shelf"),
            List.of("NetReader.progress", "NetReader.track"),
            List.of("NetReader.progress", "NetReader.shelf"),
            List.of("ProgressBar.foreground", "Panel.background"),
            List.of("Component.focusedBorderColor", "Panel.background"));

    @Test
    void everyTextCanBeReadInEveryTheme() throws Exception {
        assertEquals(List.of(), belowTheLimit(WRITTEN, Contrast.TEXT));
    }

    @Test
    void everySignCanBeSeenInEveryTheme() throws Exception {
        assertEquals(List.of(), belowTheLimit(DRAWN, Contrast.GRAPHICS));
    }

    @Test
    void contrastIsThatOfTheRecommendation() {
        assertEquals(21, Contrast.of(Color.BLACK, Color.WHITE), 0.01);
        assertEquals(1, Contrast.of(Color.GRAY, Color.GRAY), 0.01);
        assertEquals(4.54, Contrast.of(new Color(0x767676), Color.WHITE), 0.01);
    }

    private static List<String> belowTheLimit(List<List<String>> pairs, double limit) throws Exception {
        List<String> low = new ArrayList<>();
        EventQueue.invokeAndWait(() -> {
            for (Theme theme : Theme.values()) {
                theme.install();
                for (List<String> pair : pairs) {
                    Color back = Contrast.over(color(pair.get(1)), color("Panel.background"));
                    double contrast = Contrast.of(color(pair.get(0)), back);
                    if (contrast < limit) {
                        low.add(String.format(
                                Locale.ROOT, "%s: %s on %s %.2f", theme, pair.get(0), pair.get(1), contrast));
                    }
                }
            }
        });
        return low;
    }

    private static Color color(String key) {
        Color color = UIManager.getColor(key);
        assertTrue(color != null, key);
        return color;
    }
}
