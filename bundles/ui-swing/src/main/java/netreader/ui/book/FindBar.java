package netreader.ui.book;

import static netreader.ui.look.Painting.px;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Dimension;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.Timer;
import netreader.ui.command.Command;
import netreader.ui.command.Commands;
import netreader.ui.look.CommandButton;
import netreader.ui.look.Glyph;
import netreader.ui.look.Keys;
import netreader.ui.text.Messages;

/** What to look for in a book, and how far that has come. Event thread. */
final class FindBar extends JPanel {
    private static final long serialVersionUID = 1;
    /** Nobody waits for the hits of half a word. */
    private static final int TYPING_MILLIS = 300;

    private final transient Messages text;
    private final transient BookSearch search;
    private final transient Runnable leave;
    private final JTextField field = new JTextField();
    private final JLabel state = new JLabel(" ");
    private final Timer typing = new Timer(TYPING_MILLIS, e -> look());

    /** @param leave gives the focus back to the book */
    FindBar(Messages text, Commands commands, BookSearch search, Runnable leave) {
        this.text = text;
        this.search = search;
        this.leave = leave;
        setLayout(new BoxLayout(this, BoxLayout.X_AXIS));
        setBorder(BorderFactory.createEmptyBorder(px(4), px(14), px(6), px(14)));
        field.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, text.get("find.placeholder"));
        field.putClientProperty(FlatClientProperties.TEXT_FIELD_SHOW_CLEAR_BUTTON, true);
        field.putClientProperty(FlatClientProperties.TEXT_FIELD_LEADING_ICON, Glyph.FIND.icon(14));
        field.getAccessibleContext().setAccessibleName(text.get("find.placeholder"));
        field.setMaximumSize(new Dimension(px(320), field.getPreferredSize().height));
        field.setPreferredSize(new Dimension(px(320), field.getPreferredSize().height));
        state.putClientProperty(FlatClientProperties.STYLE, "foreground: $NetReader.secondary");
        add(field);
        add(Box.createHorizontalStrut(px(6)));
        add(flat(new CommandButton(commands.action(Command.FIND_PREVIOUS))));
        add(flat(new CommandButton(commands.action(Command.FIND_NEXT))));
        add(Box.createHorizontalStrut(px(8)));
        add(state);
        add(Box.createHorizontalGlue());
        add(closeButton());
        typing.setRepeats(false);
        Keys.whenTyped(field, this::typed);
        Keys.on(field, "ENTER", () -> step(1));
        Keys.on(field, "shift ENTER", () -> step(-1));
        Keys.on(field, "ESCAPE", this::close);
        setVisible(false);
    }

    private JButton closeButton() {
        JButton close = flat(new JButton(Glyph.CLOSE.icon(14)));
        close.setToolTipText(text.get("find.close"));
        close.getAccessibleContext().setAccessibleName(text.get("find.close"));
        close.setFocusable(false);
        close.addActionListener(e -> close());
        return close;
    }

    private static JButton flat(JButton button) {
        button.putClientProperty(FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
        return button;
    }

    void open() {
        setVisible(true);
        field.requestFocusInWindow();
        field.selectAll();
    }

    private void close() {
        typing.stop();
        search.stop();
        setVisible(false);
        leave.run();
    }

    private void typed() {
        search.stop();
        typing.restart();
    }

    /** Looks for these words instead of others. */
    void look(String words) {
        setVisible(true);
        field.setText(words);
        look();
    }

    private void look() {
        typing.stop();
        search.start(field.getText().strip());
    }

    /** @param direction 1 for the next hit, -1 for the one before */
    void step(int direction) {
        if (!isVisible()) {
            open();
        } else if (search.lookingFor(field.getText().strip())) {
            search.step(direction);
        } else {
            look();
        }
    }

    /** Says how the search stands. */
    void show(String sentence, boolean foundNothing) {
        state.setText(sentence.isEmpty() ? " " : sentence);
        field.putClientProperty(
                FlatClientProperties.OUTLINE, foundNothing ? FlatClientProperties.OUTLINE_WARNING : null);
    }
}
