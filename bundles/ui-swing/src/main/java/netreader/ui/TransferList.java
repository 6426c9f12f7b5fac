package netreader.ui;

import static netreader.ui.look.Painting.px;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import netreader.ui.look.Palette;
import netreader.ui.text.Ellipsis;
import netreader.ui.text.Messages;
import netreader.ui.work.Transfer;
import netreader.ui.work.UiContext;

/** All transfers, those that go on and those that were stopped, each with what can be done about it. Event thread. */
final class TransferList extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int STEPS = 1000;
    private static final int TITLE = 40;
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

    private final transient UiContext context;

    TransferList(UiContext context) {
        this.context = context;
        setLayout(new BoxLayout(this, BoxLayout.Y_AXIS));
        setBorder(BorderFactory.createEmptyBorder(px(6), px(12), px(6), px(12)));
    }

    void show(List<Transfer> active, List<Transfer> stopped) {
        Messages text = context.text();
        removeAll();
        for (Transfer transfer : active) {
            JProgressBar bar = new JProgressBar(0, STEPS);
            bar.setIndeterminate(transfer.total() <= 0);
            bar.setValue((int) (STEPS * transfer.fraction()));
            bar.setPreferredSize(new Dimension(px(260), px(6)));
            add(row(transfer, describe(text, transfer), bar, "transfer.cancel", context.transfers()::cancel));
        }
        for (Transfer transfer : stopped) {
            add(row(
                    transfer,
                    text.get("transfer.stopped"),
                    new JPanel(),
                    "transfer.resume",
                    context.transfers()::resume));
        }
        revalidate();
        repaint();
    }

    private JPanel row(Transfer transfer, String how, java.awt.Component bar, String deedKey, Consumer<Transfer> deed) {
        JLabel title = new JLabel(shorten(transfer.title()));
        JLabel state = new JLabel(how);
        state.setForeground(Palette.SECONDARY.color());
        JButton button = new JButton(context.text().get(deedKey));
        button.getAccessibleContext().setAccessibleName(button.getText() + ": " + transfer.title());
        button.addActionListener(e -> deed.accept(transfer));
        JPanel words = new JPanel(new BorderLayout(0, px(3)));
        words.add(title, BorderLayout.NORTH);
        words.add(bar, BorderLayout.CENTER);
        words.add(state, BorderLayout.SOUTH);
        JPanel row = new JPanel(new BorderLayout(px(16), 0));
        row.setBorder(BorderFactory.createEmptyBorder(px(6), 0, px(6), 0));
        row.add(words, BorderLayout.CENTER);
        row.add(button, BorderLayout.EAST);
        return row;
    }

    /** Such as {@code 1.4 MB of 20 MB · 2.0 MB/s · 10 s left}. */
    static String describe(Messages text, Transfer transfer) {
        StringBuilder words = new StringBuilder(
                text.get("transfer.amount", text.bytes(transfer.received()), text.bytes(transfer.total())));
        if (transfer.bytesPerSecond() > 0) {
            words.append(" · ").append(text.get("transfer.rate", text.bytes(transfer.bytesPerSecond())));
        }
        OptionalLong left = transfer.secondsLeft();
        if (left.isPresent()) {
            words.append(" · ").append(left(text, left.getAsLong()));
        }
        return words.toString();
    }

    private static String left(Messages text, long seconds) {
        if (seconds < MINUTE) {
            return text.get("transfer.seconds", seconds);
        }
        return seconds < HOUR
                ? text.get("transfer.minutes", (seconds + MINUTE - 1) / MINUTE)
                : text.get("transfer.hours", (seconds + HOUR - 1) / HOUR);
    }

    static String shorten(String title) {
        return Ellipsis.at(TITLE, title);
    }
}
