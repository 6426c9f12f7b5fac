package netreader.it.window;

import static netreader.it.window.ReadingWindow.choose;
import static netreader.it.window.Screen.act;
import static netreader.it.window.Screen.all;
import static netreader.it.window.Screen.await;
import static netreader.it.window.Screen.press;
import static netreader.it.window.Screen.see;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.Component;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JMenuItem;
import javax.swing.JScrollBar;
import javax.swing.JScrollPane;
import javax.swing.JSlider;
import javax.swing.JSpinner;
import javax.swing.JTable;
import javax.swing.JTree;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import netreader.it.Installation;
import netreader.it.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whether those who do not see the screen, or have no mouse, can read too: walks the real windows. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class AccessibilityIT {
    @TempDir
    static Path serverData;

    @TempDir
    private Path data;

    private static Server server;

    @BeforeAll
    static void serve() throws Exception {
        assumeFalse(GraphicsEnvironment.isHeadless());
        server = Server.start(Installation.built(), Installation.sampleLibrary(), serverData);
    }

    @AfterAll
    static void stopServer() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void everythingThatCanBeUsedHasANameAndARole() throws Exception {
        try (ReadingWindow window = ReadingWindow.open(data, server.address())) {
            window.awaitBooks(8);
            check("the shelf");
            press("F1");
            inDialog("the keys");
            window.takeFocus();
            window.select("Persuasion");
            press("alt ENTER");
            inDialog("the information");
            window.takeFocus();
            choose("SHELF_LIST");
            await("the list is shown", () -> all(JTable.class).findAny().isPresent());
            check("the list");
            choose("SHELF_LIST");
            choose("CONNECT");
            inDialog("the choice of a server");
            window.takeFocus();
            choose("ABOUT");
            inDialog("what it says of itself");
            window.takeFocus();
            press("ctrl F");
            Screen.type("zzzz");
            await("nothing is found", () -> Screen.says(".*zzzz.*"));
            check("a shelf on which nothing is found");
            press("ESCAPE");
            window.awaitBooks(8);
        }
    }

    @Test
    void everythingThatCanBeUsedInABookHasANameAndARole() throws Exception {
        try (ReadingWindow window = ReadingWindow.open(data, server.address())) {
            window.openBook("Persuasion");
            press("ctrl B", "F9", "ctrl F");
            for (String card : List.of("contents.title", "pages.title", "bookmarks.title")) {
                window.card(card);
                check("a painted book with its " + card);
            }
            press("ESCAPE");
            window.openBook("The Adventures");
            check("a text");
            press("ctrl F");
            check("a text that is searched");
            press("ESCAPE");
            window.awaitFocusOnBook();
            choose("TEXT_STYLE");
            inDialog("the style of the text");
            window.takeFocus();
            choose("OWN_WINDOW");
            await("the text has a window of its own", () -> Screen.windows().size() == 2);
            check("a window of its own");
        }
    }

    @Test
    void theFirstStartExplainsItselfToEverybody() throws Exception {
        try (ReadingWindow window = ReadingWindow.open(data, "127.0.0.1:9")) {
            await("the server is missed", () -> Screen.says(".*cannot be reached.*"));
            check("an empty shelf");
            assertEquals(Set.of(), notReached());
            assertEquals(Set.of(), cutOff());
        }
    }

    @Test
    void everythingThatCanBeUsedIsReachedWithTab() throws Exception {
        try (ReadingWindow window = ReadingWindow.open(data, server.address())) {
            window.awaitBooks(8);
            assertEquals(Set.of(), notReached(), "on the shelf");
            window.openBook("Persuasion");
            press("F9");
            for (String card : List.of("contents.title", "pages.title", "bookmarks.title")) {
                window.card(card);
                assertEquals(Set.of(), notReached(), "in a book with its " + card);
            }
            window.openBook("The Adventures");
            assertEquals(Set.of(), notReached(), "in a text");
        }
    }

    @Test
    void whatHasTheFocusLooksLikeIt() throws Exception {
        try (ReadingWindow window = ReadingWindow.open(data, server.address())) {
            window.select("Persuasion");
            Set<String> alike = new TreeSet<>();
            for (Component part : tabOrder()) {
                BufferedImage with = focusedPicture(part, true);
                BufferedImage without = focusedPicture(part, false);
                if (equal(with, without)) {
                    alike.add(describe(part));
                }
            }
            assertEquals(Set.of(), alike);
        }
    }

    @Test
    void tooltipsNameTheKeys() throws Exception {
        try (ReadingWindow window = ReadingWindow.open(data, server.address())) {
            window.openBook("Persuasion");
            Set<String> silent = new TreeSet<>();
            act(() -> all(AbstractButton.class)
                    .filter(button ->
                            !(button instanceof JMenuItem) && button.getAction() != null && button.getText() == null)
                    .filter(button -> button.getToolTipText() == null)
                    .forEach(button -> silent.add(describe(button))));
            assertEquals(Set.of(), silent);
            assertTrue(see(() ->
                    all(AbstractButton.class).anyMatch(button -> "Side panel (F9)".equals(button.getToolTipText()))));
        }
    }

    @Test
    void largerFontsOfTheSystemCutNothingOff() throws Exception {
        try (ReadingWindow window = ReadingWindow.open(data, server.address(), Map.of("language", "en"))) {
            window.awaitBooks(8);
            act(() -> {
                javax.swing.UIManager.put(
                        "defaultFont",
                        javax.swing.UIManager.getFont("defaultFont")
                                .deriveFont(javax.swing.UIManager.getFont("defaultFont")
                                                .getSize2D()
                                        * 1.5f));
                JFrame frame = Screen.frame().orElseThrow();
                SwingUtilities.updateComponentTreeUI(frame);
                frame.validate();
            });
            try {
                assertEquals(Set.of(), cutOff(), "on the shelf");
                window.openBook("Persuasion");
                press("F9");
                assertEquals(Set.of(), cutOff(), "in a book");
                press("ctrl F");
                assertEquals(Set.of(), cutOff(), "in a book that is searched");
                press("ESCAPE");
                window.openBook("The Adventures");
                assertEquals(Set.of(), cutOff(), "in a text");
            } finally {
                act(() -> javax.swing.UIManager.put("defaultFont", null));
            }
        }
    }

    private static void inDialog(String name) {
        await(name + " are shown", () -> all(JDialog.class).anyMatch(JDialog::isFocused));
        check(name);
        press("ESCAPE");
        await("the dialog is closed", () -> all(JDialog.class).findAny().isEmpty());
    }

    private static void check(String where) {
        Set<String> wrong = new TreeSet<>();
        List<Component> stops = tabOrder();
        act(() -> all(JComponent.class)
                .filter(part -> canBeUsed(part) || stops.contains(part))
                .forEach(part -> {
                    AccessibleContext context = part.getAccessibleContext();
                    String name = context == null ? null : context.getAccessibleName();
                    if (name == null || name.isBlank()) {
                        wrong.add("no name: " + describe(part));
                    }
                    if (context == null || context.getAccessibleRole() == AccessibleRole.UNKNOWN) {
                        wrong.add("no role: " + describe(part));
                    }
                }));
        assertEquals(Set.of(), wrong, where);
    }

    /** What reacts to somebody, apart from what scrolls and from the frame's own buttons. */
    private static boolean canBeUsed(Component part) {
        boolean control = part instanceof AbstractButton
                || part instanceof JTextComponent
                || part instanceof JComboBox
                || part instanceof JList
                || part instanceof JTree
                || part instanceof JTable
                || part instanceof JSlider
                || part instanceof JSpinner;
        boolean within = SwingUtilities.getAncestorOfClass(JComboBox.class, part) != null
                || SwingUtilities.getAncestorOfClass(JScrollBar.class, part) != null
                || SwingUtilities.getAncestorOfClass(JTextComponent.class, part) != null
                || SwingUtilities.getAncestorOfClass(JSpinner.class, part) != null;
        boolean ofTheFrame = part.getParent() != null
                && part.getParent().getClass().getName().contains("FlatTitlePane");
        return control && !within && !ofTheFrame;
    }

    /** Enabled controls that Tab does not come to, and which no key of the menus stands for. */
    private static Set<String> notReached() {
        Set<Component> reached = new LinkedHashSet<>(tabOrder());
        Set<String> missed = new TreeSet<>();
        act(() -> all(JComponent.class)
                .filter(part -> canBeUsed(part) && part.isEnabled() && !(part instanceof JMenuItem))
                // What the menus do too needs no stop of its own.
                .filter(part -> !(part instanceof AbstractButton button && button.getAction() != null))
                .filter(part -> !(part instanceof JTextComponent text && !text.isEditable()))
                .filter(part -> !reached.contains(part))
                .forEach(part -> missed.add(describe(part))));
        return missed;
    }

    /** What Tab goes to, one after the other, as the focus cycle says. */
    private static List<Component> tabOrder() {
        return see(() -> {
            JFrame frame = Screen.frame().orElseThrow();
            Set<Component> order = new LinkedHashSet<>();
            Component next = frame.getFocusTraversalPolicy().getFirstComponent(frame);
            while (next != null && order.add(next)) {
                next = frame.getFocusTraversalPolicy().getComponentAfter(frame, next);
            }
            return List.copyOf(order);
        });
    }

    private static BufferedImage focusedPicture(Component part, boolean focused) {
        Component other =
                tabOrder().stream().filter(each -> each != part).findFirst().orElseThrow();
        Component wanted = focused ? part : other;
        act(wanted::requestFocusInWindow);
        await(describe(wanted) + " has the focus", wanted::isFocusOwner);
        return see(() -> {
            Component seen = part.getParent() instanceof javax.swing.JViewport ? part.getParent() : part;
            BufferedImage picture = new BufferedImage(seen.getWidth(), seen.getHeight(), BufferedImage.TYPE_INT_RGB);
            seen.paint(picture.createGraphics());
            return picture;
        });
    }

    private static boolean equal(BufferedImage a, BufferedImage b) {
        int w = a.getWidth();
        int h = a.getHeight();
        return Arrays.equals(a.getRGB(0, 0, w, h, null, 0, w), b.getRGB(0, 0, w, h, null, 0, w));
    }

    /** Labels and buttons that get less room than their words need. */
    private static Set<String> cutOff() {
        Set<String> cut = new TreeSet<>();
        act(() -> all(JComponent.class)
                .filter(part -> (part instanceof JLabel label
                                && label.getText() != null
                                && !label.getText().isBlank())
                        || (part instanceof AbstractButton && !(part instanceof JMenuItem)))
                .filter(part -> SwingUtilities.getAncestorOfClass(JScrollPane.class, part) == null)
                .filter(part -> !part.getParent().getClass().getName().contains("FlatTitlePane"))
                .filter(part -> SwingUtilities.getAncestorOfClass(JComboBox.class, part) == null)
                .filter(part -> part.getWidth() < part.getPreferredSize().width
                        || part.getHeight() < part.getPreferredSize().height)
                .forEach(part -> cut.add(describe(part) + " " + part.getSize() + " of " + part.getPreferredSize())));
        return cut;
    }

    private static String describe(Component part) {
        AccessibleContext context = part.getAccessibleContext();
        return part.getClass().getSimpleName() + " \"" + (context == null ? "" : context.getAccessibleName()) + "\"";
    }
}
