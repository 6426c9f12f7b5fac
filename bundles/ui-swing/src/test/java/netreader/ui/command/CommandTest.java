package netreader.ui.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.Test;

class CommandTest {
    @Test
    void noKeyMeansTwoThingsInOnePlace() {
        Map<Scope, Map<KeyStroke, Command>> bound = new EnumMap<>(Scope.class);
        for (Command command : Command.values()) {
            for (KeyStroke key : command.keys()) {
                Command other = bound.computeIfAbsent(command.scope(), scope -> new HashMap<>())
                        .put(key, command);
                assertNull(other, () -> key + " means " + other + " and " + command);
            }
        }
        bound.get(Scope.WINDOW).keySet().forEach(key -> {
            assertFalse(bound.get(Scope.BOOK).containsKey(key), key::toString);
            assertFalse(bound.get(Scope.SHELF).containsKey(key), key::toString);
        });
    }

    @Test
    void keysAreWrittenAsOnTheKeyboard() {
        assertEquals("Ctrl+G", KeyNames.describe(KeyStroke.getKeyStroke("ctrl G")));
        assertEquals("Shift+Space", KeyNames.describe(KeyStroke.getKeyStroke("shift SPACE")));
        assertEquals("Page Down", KeyNames.describe(KeyStroke.getKeyStroke("PAGE_DOWN")));
    }

    @Test
    void menusShowSignsAndNotTheirNames() {
        assertEquals('+', KeyNames.shown(KeyStroke.getKeyStroke("ctrl PLUS")).getKeyChar());
        assertEquals('←', KeyNames.shown(KeyStroke.getKeyStroke("alt LEFT")).getKeyChar());
        assertEquals(KeyStroke.getKeyStroke("ctrl G"), KeyNames.shown(KeyStroke.getKeyStroke("ctrl G")));
    }

    @Test
    void keysThatATextFieldNeedsAreNotShortcuts() {
        List<String> plain = new ArrayList<>(List.of("N", "SPACE", "shift SPACE", "LEFT", "HOME", "ENTER"));
        plain.forEach(key -> assertTrue(KeyNames.plain(KeyStroke.getKeyStroke(key)), key));
        List.of("ctrl G", "F9", "alt ENTER")
                .forEach(key -> assertFalse(KeyNames.plain(KeyStroke.getKeyStroke(key)), key));
    }
}
