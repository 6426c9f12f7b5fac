package netreader.ui;

import java.awt.AWTKeyStroke;
import java.awt.KeyboardFocusManager;
import java.awt.event.KeyEvent;
import java.util.Set;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.KeyStroke;
import javax.swing.MenuSelectionManager;
import netreader.ui.command.Commands;
import netreader.ui.command.Scope;

/** The keys that work everywhere in a window. Event thread. */
final class WindowKeys {
    private WindowKeys() {}

    /** Binds the keys of commands and Esc; Tab moves the focus, and Ctrl+Tab is left to a command. */
    static void bind(JFrame frame, Commands commands, WindowPlace place) {
        commands.bindShortcuts(frame.getRootPane(), Scope.WINDOW);
        commands.bindPlainKeys(frame.getRootPane(), Scope.WINDOW);
        frame.getRootPane()
                .registerKeyboardAction(
                        e -> escape(place),
                        KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
        frame.setFocusTraversalKeys(
                KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, Set.of(AWTKeyStroke.getAWTKeyStroke(KeyEvent.VK_TAB, 0)));
        frame.setFocusTraversalKeys(
                KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS,
                Set.of(AWTKeyStroke.getAWTKeyStroke(KeyEvent.VK_TAB, KeyEvent.SHIFT_DOWN_MASK)));
    }

    /** The key would close a menu by itself, if the window had no other use for it. */
    private static void escape(WindowPlace place) {
        MenuSelectionManager menus = MenuSelectionManager.defaultManager();
        if (menus.getSelectedPath().length > 0) {
            menus.clearSelectedPath();
        } else {
            place.leaveFullScreen();
        }
    }
}
