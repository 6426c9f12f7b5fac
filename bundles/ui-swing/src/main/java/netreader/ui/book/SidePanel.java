package netreader.ui.book;

import static netreader.ui.look.Painting.px;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.BorderLayout;
import java.util.HashMap;
import java.util.Map;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import netreader.ui.work.Preferences;

/** What stands beside a book, one thing at a time: its contents, its bookmarks. Event thread. */
final class SidePanel extends JPanel {
    private static final long serialVersionUID = 1;
    private static final String SHOWN = "sidePanelShows";
    private static final String WIDTH = "sidePanelWidth";
    private static final int USUAL = 270;

    private final transient Preferences preferences;
    private final JTabbedPane pane = new JTabbedPane();
    private final transient Map<JComponent, Card> cards = new HashMap<>();

    private record Card(String name, Runnable shown) {}

    SidePanel(Preferences preferences) {
        super(new BorderLayout());
        this.preferences = preferences;
        pane.putClientProperty(
                FlatClientProperties.STYLE,
                "tabHeight: 32; tabWidthMode: equal; tabAreaAlignment: fill; tabInsets: 2,6,2,6");
        pane.addChangeListener(e -> cardChosen());
        add(pane, BorderLayout.CENTER);
    }

    /**
     * Adds something to choose; the one that was shown last is shown again.
     *
     * @param name under which the choice is kept
     * @param shown runs whenever it comes to be seen, so that it can be filled then
     */
    void add(String name, String title, JComponent content, Runnable shown) {
        cards.put(content, new Card(name, shown));
        String wanted = preferences.text(SHOWN, "contents");
        pane.addTab(title, content);
        if (name.equals(wanted)) {
            pane.setSelectedComponent(content);
        }
    }

    /** What is chosen is on the screen now. */
    void shown() {
        if (isVisible() && pane.getSelectedComponent() instanceof JComponent content && cards.containsKey(content)) {
            cards.get(content).shown().run();
        }
    }

    private void cardChosen() {
        // While the first ones are added, the pane chooses by itself.
        if (isShowing() && pane.getSelectedComponent() instanceof JComponent content && cards.containsKey(content)) {
            preferences.put(SHOWN, cards.get(content).name());
            shown();
        }
    }

    /** In pixels, as it was left. */
    int wantedWidth() {
        return Math.max(px(150), preferences.number(WIDTH, px(USUAL)));
    }

    void rememberWidth(int width) {
        if (isShowing() && width >= px(100)) {
            preferences.put(WIDTH, width);
        }
    }
}
