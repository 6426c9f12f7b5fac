package netreader.ui;

import static netreader.ui.look.Painting.px;

import java.awt.Frame;
import java.awt.GraphicsDevice;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.WindowStateListener;
import java.util.Optional;
import javax.swing.JFrame;
import netreader.ui.work.Preferences;

/** Where the window stood and how large it was, from one run to the next. Event thread. */
final class WindowPlace {
    private final JFrame frame;
    private final Preferences preferences;
    private Rectangle beforeFullScreen = new Rectangle();
    private boolean fullScreen;
    private Optional<Runnable> unlisten = Optional.empty();

    WindowPlace(JFrame frame, Preferences preferences) {
        this.frame = frame;
        this.preferences = preferences;
    }

    /** A window that is on the screen already stays as it is. */
    void restore() {
        if (frame.isVisible()) {
            return;
        }
        Rectangle saved = new Rectangle(
                preferences.number("x", 0),
                preferences.number("y", 0),
                preferences.number("width", 0),
                preferences.number("height", 0));
        if (saved.width > 0 && saved.height > 0 && onSomeScreen(saved)) {
            frame.setBounds(saved);
        } else {
            Rectangle room = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
            frame.setSize(Math.min(px(1180), room.width), Math.min(px(800), room.height));
            frame.setLocationRelativeTo(null);
        }
        if (preferences.flag("maximized")) {
            frame.setExtendedState(Frame.MAXIMIZED_BOTH);
        }
    }

    /** A screen that was there last time may be gone. */
    private static boolean onSomeScreen(Rectangle window) {
        for (GraphicsDevice screen :
                GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices()) {
            Rectangle seen = screen.getDefaultConfiguration().getBounds().intersection(window);
            if (seen.width >= 100 && seen.height >= 60) {
                return true;
            }
        }
        return false;
    }

    /** Hears that the window was moved, resized or maximized. */
    void listen(Runnable changed) {
        ComponentAdapter moves = new ComponentAdapter() {
            @Override
            public void componentMoved(ComponentEvent e) {
                changed.run();
            }

            @Override
            public void componentResized(ComponentEvent e) {
                changed.run();
            }
        };
        WindowStateListener states = e -> changed.run();
        frame.addComponentListener(moves);
        frame.addWindowStateListener(states);
        unlisten = Optional.of(() -> {
            frame.removeComponentListener(moves);
            frame.removeWindowStateListener(states);
        });
    }

    void stopListening() {
        unlisten.ifPresent(Runnable::run);
    }

    boolean isFullScreen() {
        return fullScreen;
    }

    void save() {
        boolean maximized = (frame.getExtendedState() & Frame.MAXIMIZED_BOTH) == Frame.MAXIMIZED_BOTH;
        preferences.put("maximized", maximized);
        Rectangle bounds = fullScreen ? beforeFullScreen : frame.getBounds();
        if (!maximized) {
            preferences.put("x", bounds.x);
            preferences.put("y", bounds.y);
            preferences.put("width", bounds.width);
            preferences.put("height", bounds.height);
        }
    }

    /** For Esc, which does nothing in a window that is not full. */
    void leaveFullScreen() {
        if (fullScreen) {
            toggleFullScreen();
        }
    }

    void toggleFullScreen() {
        GraphicsDevice screen = frame.getGraphicsConfiguration().getDevice();
        if (!fullScreen) {
            beforeFullScreen = frame.getBounds();
        }
        fullScreen = !fullScreen;
        screen.setFullScreenWindow(fullScreen ? frame : null);
        if (!fullScreen) {
            frame.setBounds(beforeFullScreen);
        }
    }
}
