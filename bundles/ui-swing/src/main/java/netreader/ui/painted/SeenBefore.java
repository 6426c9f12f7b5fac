package netreader.ui.painted;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netreader.client.ShelfBook;
import netreader.format.ReadingDirection;
import netreader.ui.book.BookMemory;
import netreader.ui.painted.layout.Arrangement;
import netreader.ui.painted.layout.Hold;
import netreader.ui.painted.layout.Zoom;
import netreader.ui.work.Preferences;

/**
 * How a book was seen when it was read last, and where its view stood; a book that is new is seen as the one
 * of its format that was changed last. Event thread.
 */
final class SeenBefore {
    private static final String ZOOM = "zoom";
    private static final String CONTINUOUS = "continuous";
    private static final String FACING = "twoPages";
    private static final String QUARTERS = "turned";
    private static final String HERE = "here";
    private static final String NIGHT = "night";

    /** Pages and parts of them, none of which is large. */
    private static final Pattern HELD = Pattern.compile("(\\d{1,9}) (\\d{1,9}) (-?\\d{1,9}) (-?\\d{1,9})");

    private static final double PARTS = 10_000;

    private final Preferences all;
    private final BookMemory book;
    private final Zoom usual;

    /** @param usual zoom of a book of whose format none was read yet */
    SeenBefore(Preferences all, ShelfBook book, Zoom usual) {
        this.all = all;
        this.usual = usual;
        this.book = new BookMemory(all, book);
    }

    Zoom zoom() {
        return Zoom.of(book.latest(ZOOM, usual.saved()));
    }

    void zoom(Zoom zoom) {
        if (!zoom.saved().equals(zoom().saved())) {
            book.putLatest(ZOOM, zoom.saved());
        }
    }

    /** @param direction that the book has */
    Arrangement arrangement(ReadingDirection direction) {
        return new Arrangement(
                !"false".equals(book.latest(CONTINUOUS, "true")),
                Boolean.parseBoolean(book.latest(FACING, "false")),
                direction);
    }

    void arrangement(Arrangement arrangement) {
        book.putLatest(CONTINUOUS, arrangement.continuous());
        book.putLatest(FACING, arrangement.facing());
    }

    /** By which its pages were turned to the right, 0 to 3: a book that lies wrong, not all of them. */
    int quarters() {
        String saved = book.text(QUARTERS, "0");
        return saved.matches("[0-3]") ? Integer.parseInt(saved) : 0;
    }

    void quarters(int quarters) {
        book.put(QUARTERS, quarters);
    }

    /** Of all books. */
    boolean night() {
        return all.flag(NIGHT);
    }

    void night(boolean night) {
        all.put(NIGHT, night);
    }

    /** What stood at the upper left corner of the view if it was left on the page; empty if the reader was elsewhere since. */
    Optional<Hold> left(int page, int pages) {
        Matcher saved = HELD.matcher(book.text(HERE, ""));
        if (!saved.matches() || Integer.parseInt(saved.group(1)) != page || Integer.parseInt(saved.group(2)) >= pages) {
            return Optional.empty();
        }
        return Optional.of(new Hold(
                Integer.parseInt(saved.group(2)),
                Integer.parseInt(saved.group(3)) / PARTS,
                Integer.parseInt(saved.group(4)) / PARTS));
    }

    /** @param page that is read, which need not be the one at the corner */
    void leave(int page, Hold held) {
        book.put(
                HERE,
                page + " " + held.page() + " " + Math.round(held.across() * PARTS) + " "
                        + Math.round(held.down() * PARTS));
    }
}
