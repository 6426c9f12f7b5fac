package netreader.ui.look;

import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.event.KeyEvent;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import javax.swing.WindowConstants;

/** A window of facts beside the main one; it blocks nothing, and Esc closes it. */
public final class PlainDialog {
    private static final int MARGIN = 120;

    private PlainDialog() {}

    public static void show(Frame owner, String title, JComponent content) {
        JDialog dialog = new JDialog(owner, title, false);
        dialog.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        JScrollPane scroll = new JScrollPane(content);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.getVerticalScrollBar().setUnitIncrement(Painting.px(24));
        dialog.add(scroll);
        dialog.getRootPane()
                .registerKeyboardAction(
                        e -> dialog.dispose(),
                        KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
        dialog.pack();
        Dimension size = dialog.getSize();
        int bar = scroll.getVerticalScrollBar().getPreferredSize().width;
        int limit = Math.max(Painting.px(200), owner.getHeight() - Painting.px(MARGIN));
        dialog.setSize(size.width + bar, Math.min(size.height, limit));
        dialog.setLocationRelativeTo(owner);
        dialog.setVisible(true);
        // The carets of the facts scroll to themselves while the window comes.
        EventQueue.invokeLater(() -> scroll.getVerticalScrollBar().setValue(0));
    }
}
