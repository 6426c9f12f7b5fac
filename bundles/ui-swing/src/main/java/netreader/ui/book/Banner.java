package netreader.ui.book;

import static netreader.ui.look.Painting.px;

import java.awt.BorderLayout;
import java.awt.EventQueue;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import netreader.ui.look.Glyph;
import netreader.ui.look.Palette;

/** One sentence about what went wrong, above the book, with a button to try again. */
final class Banner extends JPanel {
    private static final long serialVersionUID = 1;

    private final JLabel sentence = new JLabel();
    private final JButton button;

    Banner(String retryText, Runnable retry) {
        super(new BorderLayout(px(12), 0));
        button = new JButton(retryText);
        button.addActionListener(e -> retry.run());
        sentence.setIconTextGap(px(8));
        add(sentence, BorderLayout.CENTER);
        add(button, BorderLayout.EAST);
        setBorder(BorderFactory.createEmptyBorder(px(6), px(14), px(6), px(14)));
        setVisible(false);
        updateColours();
    }

    /** Something went wrong. */
    void say(String text) {
        sentence.setIcon(Glyph.WARNING.icon(16));
        button.setVisible(true);
        show(text);
    }

    /** Something happened that is no trouble. */
    void tell(String text) {
        sentence.setIcon(Glyph.INFORMATION.icon(16));
        button.setVisible(false);
        show(text);
    }

    private void show(String text) {
        sentence.setText(Sentence.of(text));
        getAccessibleContext().setAccessibleName(text);
        setVisible(true);
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
