package netreader.ui;

import static netreader.ui.look.Painting.px;

import com.formdev.flatlaf.FlatClientProperties;
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
import javax.swing.JPopupMenu;
import javax.swing.JProgressBar;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import netreader.client.Connectivity;
import netreader.client.ShelfBook;
import netreader.client.ShelfFetch;
import netreader.ui.look.Painting;
import netreader.ui.look.Palette;
import netreader.ui.text.Messages;
import netreader.ui.work.Transfer;
import netreader.ui.work.Transfers;
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
    private final JButton all = new JButton("▴");
    private final TransferList list;
    private final JPopupMenu popup = new JPopupMenu();
    private final CopyLabel copy;
    private final transient Runnable unlisten;
    private final JLabel reading = new JLabel(" ");
    private final Timer forget = new Timer(MESSAGE_MILLIS, e -> say(""));

    StatusBar(UiContext context) {
        super(new BorderLayout(px(12), 0));
        this.context = context;
        copy = new CopyLabel(context);
        setBorder(BorderFactory.createEmptyBorder(px(3), px(14), px(3), px(14)));
        bar.setPreferredSize(new Dimension(px(140), px(6)));
        cancel.setText(context.text().get("transfer.cancel"));
        cancel.addActionListener(e -> cancelOrResume());
        list = new TransferList(context);
        popup.add(list);
        all.setToolTipText(context.text().get("transfer.all"));
        all.getAccessibleContext().setAccessibleName(context.text().get("transfer.all"));
        all.addActionListener(e -> showAll());
        for (JButton button : List.of(cancel, all)) {
            button.putClientProperty(FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
        }
        connection.setIconTextGap(px(7));
        JPanel middle = new JPanel(new FlowLayout(FlowLayout.CENTER, px(8), 0));
        for (Component part : List.of(message, fetching, transfer, bar, cancel, all)) {
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
        unlisten = context.transfers().listen(this::showTransfers);
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

    /** The window goes; the transfers may go on. */
    void close() {
        unlisten.run();
        forget.stop();
        copy.follow(Optional.empty());
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
        List<Transfer> stopped = context.transfers().stopped();
        int count = active.size() + stopped.size();
        transfer.setVisible(count > 0);
        bar.setVisible(!active.isEmpty());
        cancel.setVisible(count > 0);
        all.setVisible(count > 1);
        if (popup.isVisible()) {
            list.show(active, stopped);
        }
        if (count == 0) {
            popup.setVisible(false);
            return;
        }
        Messages text = context.text();
        boolean goes = !active.isEmpty();
        Transfer first = goes ? active.get(0) : stopped.get(0);
        cancel.setText(text.get(goes ? "transfer.cancel" : "transfer.resume"));
        String how = goes ? TransferList.describe(text, first) : text.get("transfer.stopped");
        String more = count > 1 ? " · " + text.get("transfer.more", count - 1) : "";
        transfer.setText(TransferList.shorten(first.title()) + " · " + how + more);
        transfer.setToolTipText(first.title());
        bar.setIndeterminate(first.total() <= 0);
        bar.setValue((int) (STEPS * first.fraction()));
    }

    private void cancelOrResume() {
        Transfers transfers = context.transfers();
        transfers.active().stream()
                .findFirst()
                .ifPresentOrElse(
                        transfers::cancel,
                        () -> transfers.stopped().stream().findFirst().ifPresent(transfers::resume));
    }

    private void showAll() {
        list.show(context.transfers().active(), context.transfers().stopped());
        SwingUtilities.updateComponentTreeUI(popup);
        popup.show(all, all.getWidth() - popup.getPreferredSize().width, -popup.getPreferredSize().height);
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
