package netreader.ui.book;

import static netreader.ui.look.Painting.px;

import java.awt.Dimension;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import javax.swing.Action;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import netreader.ui.text.Messages;

/** What a tab shows while its book is on the way. */
final class WaitPanel extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int STEPS = 1000;

    private final transient Messages text;
    private final JLabel sentence = new JLabel();
    private final JProgressBar bar = new JProgressBar(0, STEPS);
    private final JLabel amount = new JLabel(" ");
    private final JButton again = new JButton();
    private final JButton download;
    private String title = "";

    /** @param fetch brings the whole file to this computer */
    WaitPanel(Messages text, Action fetch, Runnable retry) {
        super(new GridBagLayout());
        this.text = text;
        bar.setPreferredSize(new Dimension(px(320), px(6)));
        again.setText(text.get("banner.retry"));
        again.addActionListener(e -> retry.run());
        download = new JButton(fetch);
        download.setIcon(null);
        GridBagConstraints at = new GridBagConstraints();
        at.gridx = 0;
        at.insets = new Insets(px(5), px(5), px(5), px(5));
        add(sentence, at);
        add(bar, at);
        add(amount, at);
        JPanel buttons = new JPanel();
        buttons.setOpaque(false);
        buttons.add(download);
        buttons.add(again);
        add(buttons, at);
    }

    /** The keys of the window work only while somebody has the focus. */
    void focus() {
        (again.isVisible() ? again : this).requestFocusInWindow();
    }

    void waiting(String newTitle) {
        title = newTitle;
        say(text.get("book.opening", newTitle), text.get("book.opening", newTitle));
        if (again.isFocusOwner()) {
            requestFocusInWindow();
        }
        bar.setVisible(true);
        bar.setIndeterminate(true);
        amount.setText(" ");
        again.setVisible(false);
        download.setVisible(false);
    }

    /** The server is away, or is back. */
    void serverIsAway(boolean away) {
        if (bar.isVisible() && bar.isIndeterminate()) {
            amount.setText(away ? text.get("page.waiting") : " ");
        }
    }

    void transferred(long received, long total) {
        if (!bar.isVisible()) {
            waiting(title);
        }
        bar.setIndeterminate(total <= 0);
        if (total > 0) {
            bar.setValue((int) (STEPS * received / total));
            amount.setText(text.get("transfer.amount", text.bytes(received), text.bytes(total)));
        }
    }

    /**
     * The book did not come.
     *
     * @param fetchable whether its file can be had nevertheless
     */
    void stopped(String why, boolean fetchable) {
        say(why, Sentence.wrapped(why, px(480)));
        bar.setIndeterminate(false);
        bar.setVisible(false);
        amount.setText(" ");
        again.setVisible(true);
        download.setVisible(fetchable);
    }

    private void say(String words, String shown) {
        sentence.setText(shown);
        getAccessibleContext().setAccessibleName(words);
    }
}
