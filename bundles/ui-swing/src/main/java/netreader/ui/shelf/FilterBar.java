package netreader.ui.shelf;

import static netreader.ui.look.Painting.px;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Dimension;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import netreader.ui.look.Glyph;
import netreader.ui.text.Messages;

/** The words that a book must have to be shown, and how many have them. */
final class FilterBar extends JPanel {
    private static final long serialVersionUID = 1;

    private final JTextField field = new JTextField(24);
    private final JLabel count = new JLabel(" ");
    private final transient Messages text;

    /** @param leave what Esc and Enter do besides: Esc empties the field first */
    FilterBar(Messages text, Runnable changed, Runnable leave) {
        this.text = text;
        setLayout(new BoxLayout(this, BoxLayout.X_AXIS));
        setBorder(BorderFactory.createEmptyBorder(px(10), px(24), px(4), px(24)));
        field.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, text.get("shelf.filter"));
        field.putClientProperty(FlatClientProperties.TEXT_FIELD_SHOW_CLEAR_BUTTON, true);
        field.putClientProperty(FlatClientProperties.TEXT_FIELD_LEADING_ICON, Glyph.FILTER.icon(14));
        field.putClientProperty(FlatClientProperties.STYLE, "arc: 999; margin: 4,8,4,8");
        field.setToolTipText(text.get("shelf.filter.tip"));
        field.getAccessibleContext().setAccessibleName(text.get("shelf.filter"));
        field.setMaximumSize(new Dimension(px(380), field.getPreferredSize().height));
        count.putClientProperty(FlatClientProperties.STYLE, "foreground: $NetReader.secondary");
        add(field);
        add(Box.createHorizontalGlue());
        add(count);
        field.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent e) {
                changed.run();
            }

            @Override
            public void removeUpdate(DocumentEvent e) {
                changed.run();
            }

            @Override
            public void changedUpdate(DocumentEvent e) {}
        });
        onKey(KeyEvent.VK_ESCAPE, () -> {
            field.setText("");
            leave.run();
        });
        onKey(KeyEvent.VK_ENTER, leave);
        onKey(KeyEvent.VK_DOWN, leave);
    }

    private void onKey(int key, Runnable run) {
        field.getInputMap(JComponent.WHEN_FOCUSED).put(KeyStroke.getKeyStroke(key, 0), key);
        field.getActionMap().put(key, new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent e) {
                run.run();
            }
        });
    }

    String query() {
        return field.getText();
    }

    void count(int books) {
        count.setText(text.get("shelf.count", books));
    }

    boolean hasTheFocus() {
        return field.isFocusOwner();
    }

    void focus() {
        field.requestFocusInWindow();
        field.selectAll();
    }
}
