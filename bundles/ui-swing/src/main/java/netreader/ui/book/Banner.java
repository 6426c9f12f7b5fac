package netreader.ui.book;

import static netreader.ui.look.Painting.px;

import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import netreader.ui.look.Glyph;
import netreader.ui.look.Palette;

/** One sentence above the book, with buttons: what went wrong, to be tried again, or what can be chosen. */
final class Banner extends JPanel {
    private static final long serialVersionUID = 1;

    private final JLabel sentence = new JLabel();
    private final JButton retry;
    private final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, px(8), 0));

    Banner(String retryText, Runnable retried) {
        super(new BorderLayout(px(12), 0));
        retry = new JButton(retryText);
        retry.addActionListener(e -> retried.run());
        buttons.setOpaque(false);
        sentence.setIconTextGap(px(8));
        add(sentence, BorderLayout.CENTER);
        add(buttons, BorderLayout.EAST);
        setBorder(BorderFactory.createEmptyBorder(px(6), px(14), px(6), px(14)));
        setVisible(false);
        updateColours();
    }

    /** Something went wrong. */
    void say(String text) {
        show(Glyph.WARNING, text, retry);
    }

    /** Something happened that is no trouble. */
    void tell(String text) {
        show(Glyph.INFORMATION, text);
    }

    /** Something can be chosen. */
    void offer(String text, JButton... choices) {
        show(Glyph.INFORMATION, text, choices);
    }

    private void show(Glyph glyph, String text, JButton... shown) {
        buttons.removeAll();
        for (JButton button : shown) {
            buttons.add(button);
        }
        sentence.setIcon(glyph.icon(16));
        sentence.setText(Sentence.of(text));
        getAccessibleContext().setAccessibleName(text);
        setVisible(true);
        revalidate();
        repaint();
    }

    void hideAway() {
        setVisible(false);
    }

    @Override
    public void updateUI() {
        super.updateUI();
        EventQueue.invokeLater(this::updateColours);
    }

    private void updateColours() {
        setBackground(Palette.BANNER.color());
        sentence.setForeground(Palette.BANNER_INK.color());
    }
}
