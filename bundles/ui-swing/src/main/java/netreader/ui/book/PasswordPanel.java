package netreader.ui.book;

import static netreader.ui.look.Painting.px;

import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import netreader.ui.look.Glyph;
import netreader.ui.text.Messages;

/** Asks for a book's password in the middle of its tab. */
final class PasswordPanel extends JPanel {
    private static final long serialVersionUID = 1;

    private final JLabel sentence = new JLabel();
    private final JPasswordField field = new JPasswordField(20);

    PasswordPanel(Messages text, Consumer<String> entered) {
        super(new GridBagLayout());
        JButton open = new JButton(text.get("password.open"));
        Runnable submit = () -> {
            if (field.getPassword().length > 0) {
                entered.accept(String.valueOf(field.getPassword()));
            }
        };
        open.addActionListener(e -> submit.run());
        field.addActionListener(e -> submit.run());
        field.getAccessibleContext().setAccessibleName(text.get("password.label"));
        GridBagConstraints at = new GridBagConstraints();
        at.insets = new Insets(px(6), px(6), px(6), px(6));
        at.gridwidth = 2;
        add(new JLabel(Glyph.LOCK.icon(40)), at);
        at.gridy = 1;
        add(sentence, at);
        at.gridy = 2;
        at.gridwidth = 1;
        add(field, at);
        add(open, at);
    }

    void ask(String why) {
        sentence.setText(why);
        field.setText("");
    }

    void focusField() {
        field.requestFocusInWindow();
    }
}
