package netreader.ui.look;

import java.awt.Component;
import java.awt.GraphicsConfiguration;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JRootPane;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import javax.swing.WindowConstants;

/**
 * A panel over the window that blocks nothing: Esc closes it, and so does a click elsewhere, also one on the button that
 * has opened it. Event thread.
 */
public final class Popover {
    /** A button acts when it is let go, after the panel has lost the focus because it was pressed. */
    private static final long CLICK_NANOS = 500_000_000;

    private Optional<JDialog> shown = Optional.empty();
    private long left = System.nanoTime() - CLICK_NANOS;

    /** Closes what is shown, or shows the content at the upper right corner of a component. */
    public void toggle(Component over, String title, Supplier<? extends JComponent> content) {
        boolean closes = shown.isPresent() || System.nanoTime() - left < CLICK_NANOS;
        close();
        if (!closes) {
            shown = Optional.of(show(over, title, content.get()));
        }
    }

    public void close() {
        shown.ifPresent(JDialog::dispose);
        shown = Optional.empty();
        left = System.nanoTime() - CLICK_NANOS;
    }

    private JDialog show(Component over, String title, JComponent content) {
        Window owner = SwingUtilities.getWindowAncestor(over);
        JDialog dialog = new JDialog(owner, title);
        dialog.setUndecorated(true);
        dialog.getRootPane().setWindowDecorationStyle(JRootPane.NONE);
        dialog.getRootPane().setBorder(BorderFactory.createLineBorder(UIManager.getColor("Component.borderColor")));
        dialog.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        dialog.add(content);
        dialog.getRootPane()
                .registerKeyboardAction(
                        e -> close(), KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), JComponent.WHEN_IN_FOCUSED_WINDOW);
        dialog.addWindowFocusListener(new WindowAdapter() {
            @Override
            public void windowLostFocus(WindowEvent event) {
                if (shown.filter(dialog::equals).isPresent()) {
                    close();
                    left = System.nanoTime();
                }
            }
        });
        dialog.pack();
        dialog.setLocation(place(over, dialog));
        dialog.setVisible(true);
        return dialog;
    }

    private static Point place(Component over, JDialog dialog) {
        Point corner = over.getLocationOnScreen();
        GraphicsConfiguration configuration = over.getGraphicsConfiguration();
        Rectangle screen = configuration.getBounds();
        int x = corner.x + over.getWidth() - dialog.getWidth() - Painting.px(14);
        int y = corner.y + Painting.px(4);
        return new Point(
                Math.max(screen.x, Math.min(x, screen.x + screen.width - dialog.getWidth())),
                Math.max(screen.y, Math.min(y, screen.y + screen.height - dialog.getHeight())));
    }
}
