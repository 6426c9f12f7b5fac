package netreader.ui;

import static netreader.ui.look.Painting.px;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.Timer;
import netreader.client.Connectivity;
import netreader.client.ShelfBook;
import netreader.client.ShelfFetch;
import netreader.ui.look.Painting;
import netreader.ui.look.Palette;
import netreader.ui.text.Messages;
import netreader.ui.work.Transfer;
import netreader.ui.work.UiContext;

/** The window's last line: connection, transfers, and how far the book is read. Event thread. */
final class StatusBar extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int STEPS = 1000;
    private static final int MESSAGE_MILLIS = 6000;

    private final transient UiContext context;
    private final JLabel connection = new JLabel();
    private final JLabel message = new JLabel();
    private final JLabel fetching = new JLabel();
    private final JLabel transfer = new JLabel();
    private final JProgressBar bar = new JProgressBar(0, STEPS);
    private final JButton cancel = new JButton();
    private final CopyLabel copy;
    private final JLabel reading = new JLabel(" ");
    private final Timer forget = new Timer(MESSAGE_MILLIS, e -> say(""));

    StatusBar(UiContext context) {
        super(new BorderLayout(px(12), 0));
        this.context = context;
        copy = new CopyLabel(context);
        setBorder(BorderFactory.createEmptyBorder(px(3), px(14), px(3), px(14)));
        bar.setPreferredSize(new Dimension(px(140), px(6)));
        cancel.setText(context.text().get("transfer.cancel"));
        cancel.setFocusable(false);
        cancel.addActionListener(
                e -> context.transfers().active().stream().findFirst().ifPresent(context.transfers()::cancel));
        connection.setIconTextGap(px(7));
        JPanel middle = new JPanel(new FlowLayout(FlowLayout.CENTER, px(8), 0));
        for (Component part : List.of(message, fetching, transfer, bar, cancel)) {
            middle.add(part);
        }
        add(connection, BorderLayout.WEST);
        add(middle, BorderLayout.CENTER);
        JPanel end = new JPanel(new FlowLayout(FlowLayout.TRAILING, 0, 0));
        copy.setBorder(BorderFactory.createEmptyBorder(0, 0, 0, px(16)));
        end.add(copy);
        end.add(reading);
        add(end, BorderLayout.EAST);
        forget.setRepeats(false);
        context.transfers().listen(this::showTransfers);
        showTransfers();
    }

    void show(Connectivity connectivity) {
        Messages text = context.text();
        String server = context.client().server().toString();
        connection.setText(text.get("connection." + connectivity.state(), server));
        connection.setIcon(new Dot(
                switch (connectivity.state()) {
                    case CONNECTED -> Palette.GOOD;
                    case CONNECTING -> Palette.WARNING;
                    case WAITING, CLOSED -> Palette.BAD;
                }));
        connection.setToolTipText(connectivity.problem().map(text::error).orElse(server));
    }

    /** A sentence that goes away by itself. */
    void say(String sentence) {
        message.setText(sentence);
        message.setVisible(!sentence.isEmpty());
        if (!sentence.isEmpty()) {
            forget.restart();
        }
    }

    /** How far the shelf has come, if it takes more than a moment. */
    void showFetching(Optional<ShelfFetch> fetch) {
        Messages text = context.text();
        fetching.setVisible(fetch.isPresent());
        fetch.ifPresent(now -> fetching.setText(
                now.total().isPresent()
                        ? text.get("shelf.fetching.of", now.here(), now.total().getAsLong())
                        : text.get("shelf.fetching", now.here())));
    }

    void showReading(String progress) {
        reading.setText(progress.isEmpty() ? " " : progress);
    }

    /** @param book that is open in the tab on the screen */
    void followCopy(Optional<ShelfBook> book) {
        copy.follow(book);
    }

    private void showTransfers() {
        List<Transfer> active = context.transfers().active();
        boolean any = !active.isEmpty();
        transfer.setVisible(any);
        bar.setVisible(any);
        cancel.setVisible(any);
        if (any) {
            Transfer first = active.get(0);
            Messages text = context.text();
            String amount = text.get("transfer.amount", text.bytes(first.received()), text.bytes(first.total()));
            String rate = first.bytesPerSecond() > 0
                    ? " · " + text.get("transfer.rate", text.bytes(first.bytesPerSecond()))
                    : "";
            String more = active.size() > 1 ? " · " + text.get("transfer.more", active.size() - 1) : "";
            transfer.setText(first.title() + " · " + amount + rate + more);
            bar.setIndeterminate(first.total() <= 0);
            bar.setValue((int) (STEPS * first.fraction()));
        }
    }

    private record Dot(Palette colour) implements Icon {
        @Override
        public void paintIcon(Component component, Graphics graphics, int x, int y) {
            Graphics2D g = Painting.smooth(graphics);
            Color color = colour.color();
            g.setColor(color);
            g.fill(new Ellipse2D.Double(x, y, getIconWidth(), getIconHeight()));
            g.dispose();
        }

        @Override
        public int getIconWidth() {
            return px(9);
        }

        @Override
        public int getIconHeight() {
            return px(9);
        }
    }
}
