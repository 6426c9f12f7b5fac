package netreader.ui.look;

import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.JTextComponent;

/** Keys that only one part of the window knows, and typing. Event thread. */
public final class Keys {
    private Keys() {}

    /** While the component has the focus, a key such as {@code shift ENTER} does something. */
    public static void on(JComponent component, String key, Runnable run) {
        component.getInputMap(JComponent.WHEN_FOCUSED).put(KeyStroke.getKeyStroke(key), key);
        component.getActionMap().put(key, new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent e) {
                run.run();
            }
        });
    }

    /** Hears that another text stands in the field. */
    public static void whenTyped(JTextComponent field, Runnable typed) {
        field.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent e) {
                typed.run();
            }

            @Override
            public void removeUpdate(DocumentEvent e) {
                typed.run();
            }

            @Override
            public void changedUpdate(DocumentEvent e) {}
        });
    }
}
