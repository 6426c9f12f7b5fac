package netreader.ui;

import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.Timer;
import netreader.client.LocalCopy;
import netreader.client.ShelfBook;
import netreader.format.Delivery;
import netreader.ui.look.Palette;
import netreader.ui.work.UiContext;

/** How much of a book has come to this computer while it is read, until all of it has. Event thread. */
final class CopyLabel extends JLabel {
    private static final long serialVersionUID = 1;
    private static final int LOOK_MILLIS = 1000;

    private final transient UiContext context;
    private final Timer again = new Timer(LOOK_MILLIS, e -> look());
    private transient Optional<ShelfBook> book = Optional.empty();
    private boolean looking;

    CopyLabel(UiContext context) {
        this.context = context;
        again.setRepeats(false);
        setVisible(false);
    }

    /** @param open the book whose copy is meant; that of a text stays on the server */
    void follow(Optional<ShelfBook> open) {
        Optional<ShelfBook> file = open.filter(read -> read.delivery() == Delivery.FILE);
        if (!file.map(ShelfBook::id).equals(book.map(ShelfBook::id))) {
            setVisible(false);
        }
        book = file;
        again.stop();
        look();
    }

    /** Not on the event thread, as who writes a block to the disk may be waited for. */
    private void look() {
        if (book.isEmpty() || looking) {
            return;
        }
        looking = true;
        ShelfBook read = book.get();
        context.background()
                .start(work -> context.client().copy(read), copy -> show(read, copy), failure -> looking = false);
    }

    private void show(ShelfBook read, Optional<LocalCopy> copy) {
        looking = false;
        if (book.filter(read::equals).isEmpty()) {
            look(); // another book has been opened in between
            return;
        }
        Optional<LocalCopy> growing = copy.filter(part -> !part.whole() && part.here() > 0);
        growing.ifPresent(part -> {
            setText(context.text().get("status.here", percent(part)));
            setToolTipText(context.text()
                    .get(
                            "status.here.tip",
                            context.text().bytes(part.here()),
                            context.text().bytes(part.bytes())));
            setForeground(Palette.SECONDARY.color());
        });
        setVisible(growing.isPresent());
        if (growing.isPresent() || copy.isEmpty()) {
            again.restart();
        }
    }

    /** Rounded down, with a tenth while these are all that grows; never 100, as what is here may yet turn out wrong. */
    private static double percent(LocalCopy part) {
        double exact = Math.min(99, 100.0 * part.here() / part.bytes());
        return exact < 10 ? Math.floor(exact * 10) / 10 : Math.floor(exact);
    }
}
