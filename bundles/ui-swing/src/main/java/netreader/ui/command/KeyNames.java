package netreader.ui.command;

import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.Locale;
import java.util.Map;
import javax.swing.KeyStroke;

/** How keys are written down, in the table and for people. */
public final class KeyNames {
    private static final boolean MAC =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");

    private static final Map<Integer, String> SYMBOLS = Map.ofEntries(
            Map.entry(KeyEvent.VK_PLUS, "+"),
            Map.entry(KeyEvent.VK_EQUALS, "="),
            Map.entry(KeyEvent.VK_MINUS, "−"),
            Map.entry(KeyEvent.VK_ADD, "Num +"),
            Map.entry(KeyEvent.VK_SUBTRACT, "Num −"),
            Map.entry(KeyEvent.VK_NUMPAD0, "Num 0"),
            Map.entry(KeyEvent.VK_SLASH, "/"),
            Map.entry(KeyEvent.VK_LEFT, "←"),
            Map.entry(KeyEvent.VK_RIGHT, "→"),
            Map.entry(KeyEvent.VK_UP, "↑"),
            Map.entry(KeyEvent.VK_DOWN, "↓"),
            Map.entry(KeyEvent.VK_PAGE_UP, "Page Up"),
            Map.entry(KeyEvent.VK_PAGE_DOWN, "Page Down"),
            Map.entry(KeyEvent.VK_HOME, "Home"),
            Map.entry(KeyEvent.VK_END, "End"),
            Map.entry(KeyEvent.VK_ENTER, "Enter"),
            Map.entry(KeyEvent.VK_SPACE, "Space"),
            Map.entry(KeyEvent.VK_TAB, "Tab"),
            Map.entry(KeyEvent.VK_ESCAPE, "Esc"),
            Map.entry(KeyEvent.VK_DELETE, "Del"));

    private KeyNames() {}

    /** As {@link KeyStroke#getKeyStroke(String)}; on macOS Command stands for Ctrl, apart from switching tabs. */
    static KeyStroke parse(String key) {
        boolean command = MAC && !key.endsWith("TAB");
        KeyStroke stroke = KeyStroke.getKeyStroke(command ? key.replace("ctrl", "meta") : key);
        if (stroke == null) {
            throw new IllegalArgumentException("\"" + key + "\" is not a key");
        }
        return stroke;
    }

    /** Such as {@code Ctrl+G}. */
    public static String describe(KeyStroke key) {
        StringBuilder text = new StringBuilder();
        int modifiers = key.getModifiers();
        append(text, modifiers, InputEvent.META_DOWN_MASK, "⌘");
        append(text, modifiers, InputEvent.CTRL_DOWN_MASK, "Ctrl+");
        append(text, modifiers, InputEvent.ALT_DOWN_MASK, "Alt+");
        append(text, modifiers, InputEvent.SHIFT_DOWN_MASK, "Shift+");
        return text.append(SYMBOLS.getOrDefault(key.getKeyCode(), KeyEvent.getKeyText(key.getKeyCode())))
                .toString();
    }

    /** The key for a menu, which only shows it and writes it like {@link #describe}: by its sign, where it has one. */
    public static KeyStroke shown(KeyStroke key) {
        String symbol = SYMBOLS.getOrDefault(key.getKeyCode(), "");
        return symbol.length() == 1
                ? KeyStroke.getKeyStroke(Character.valueOf(symbol.charAt(0)), key.getModifiers())
                : key;
    }

    private static void append(StringBuilder text, int modifiers, int mask, String name) {
        if ((modifiers & mask) != 0) {
            text.append(name);
        }
    }

    /** Whether the key would type something into a text field or move about in it. */
    static boolean plain(KeyStroke key) {
        int shortcut = InputEvent.CTRL_DOWN_MASK | InputEvent.ALT_DOWN_MASK | InputEvent.META_DOWN_MASK;
        boolean function = key.getKeyCode() >= KeyEvent.VK_F1 && key.getKeyCode() <= KeyEvent.VK_F12;
        return (key.getModifiers() & shortcut) == 0 && !function;
    }
}
