package netreader.ui.book;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import javax.swing.JButton;
import netreader.client.OtherPlace;
import netreader.client.Place;
import netreader.client.ShelfBook;
import netreader.ui.text.LeftElsewhere;
import netreader.ui.text.Messages;
import netreader.ui.work.UiContext;

/**
 * Tells that the book was left elsewhere on another device, takes the reader there if he likes, and back again. It moves
 * no page by itself, and goes away when the reader reads on. Event thread.
 */
final class PlaceOffer {
    /** So many pages are turned before it is clear that the reader stays. */
    private static final int TURNS = 3;

    private final UiContext context;
    private final ShelfBook book;
    private final Banner banner;
    private final Runnable focusBook;
    private Optional<Place> shown = Optional.empty();
    private int turns;

    /** @param focusBook gives the focus to the book after a button was pressed */
    PlaceOffer(UiContext context, ShelfBook book, Banner banner, Runnable focusBook) {
        this.context = context;
        this.book = book;
        this.banner = banner;
        this.focusBook = focusBook;
    }

    /** The book has been opened. */
    void opened(OpenBookPanel panel) {
        begin();
        LeftElsewhere words = new LeftElsewhere(context.text(), ZonedDateTime.now(ZoneId.systemDefault()));
        Optional<OtherPlace> taken = context.client().takenOver(book);
        Optional<OtherPlace> ahead = context.client().otherPlaces(book).stream().findFirst();
        if (taken.isPresent()) {
            banner.tell(words.taken(book, taken.get()));
        } else if (ahead.isPresent()) {
            banner.offer(
                    words.offer(book, ahead.get()),
                    button(
                            context.text().get("elsewhere.go"),
                            () -> goThere(panel, ahead.get().place())),
                    button(context.text().get("elsewhere.stay"), this::end));
        } else {
            end();
        }
    }

    private void begin() {
        shown = Optional.empty();
        turns = 0;
    }

    private void goThere(OpenBookPanel panel, Place there) {
        Optional<Place> back = panel.place();
        int page = panel.page();
        begin();
        panel.goTo(there);
        if (back.isEmpty()) {
            end();
            return;
        }
        Messages text = context.text();
        banner.offer(text.get("elsewhere.there"), button(text.get("elsewhere.back", page + 1), () -> {
            end();
            panel.goTo(back.get());
        }));
    }

    private JButton button(String name, Runnable deed) {
        JButton button = new JButton(name);
        button.addActionListener(e -> {
            deed.run();
            focusBook.run();
        });
        return button;
    }

    /** The reader is at a place; the one at which he begins is no turn. */
    void turned(Place place) {
        if (banner.isVisible() && shown.filter(place::equals).isEmpty()) {
            turns += shown.isPresent() ? 1 : 0;
            shown = Optional.of(place);
            if (turns >= TURNS) {
                end();
            }
        }
    }

    boolean isShown() {
        return banner.isVisible();
    }

    void end() {
        banner.hideAway();
    }
}
