package netreader.ui.look;

import static netreader.ui.look.Painting.px;

import java.awt.Color;
import java.awt.Font;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.text.DefaultCaret;

/** Names and values in two columns; the values can be selected and copied. */
public final class FactsPanel extends JPanel {
    private static final long serialVersionUID = 1;

    private final int columns;
    private int row;

    /** @param columns width of the values, in characters */
    public FactsPanel(int columns) {
        super(new GridBagLayout());
        this.columns = columns;
        setBorder(BorderFactory.createEmptyBorder(px(12), px(18), px(12), px(18)));
    }

    public void add(String name, String value) {
        GridBagConstraints at = new GridBagConstraints();
        at.gridy = row++;
        at.insets = new Insets(px(3), px(4), px(3), px(12));
        at.anchor = GridBagConstraints.FIRST_LINE_START;
        JLabel label = new JLabel(name);
        label.setForeground(Palette.SECONDARY.color());
        add(label, at);
        JTextArea text = new JTextArea(value);
        text.setFont(Painting.font(13, Font.PLAIN));
        text.setEditable(false);
        // Nothing can be typed, and a caret that finds its place would scroll the last fact into view.
        text.setCaretColor(new Color(0, true));
        if (text.getCaret() instanceof DefaultCaret caret) {
            caret.setUpdatePolicy(DefaultCaret.NEVER_UPDATE);
        }
        text.setLineWrap(true);
        text.setWrapStyleWord(true);
        text.setOpaque(false);
        text.setColumns(columns);
        text.setBorder(BorderFactory.createEmptyBorder());
        text.getAccessibleContext().setAccessibleName(name);
        at.weightx = 1;
        at.fill = GridBagConstraints.HORIZONTAL;
        add(text, at);
    }

    /** Takes what room is left below, so that the rows stay together at the top. */
    public void end() {
        GridBagConstraints at = new GridBagConstraints();
        at.gridy = row;
        at.weighty = 1;
        add(new JLabel(), at);
    }
}
