package netreader.format.kit;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import netreader.format.Book;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.PageSize;
import netreader.format.PaintedBook;
import netreader.format.Query;
import netreader.format.ShortWork;
import netreader.format.Work;

/** Every call of a book that may fail, under its name. */
final class Calls {
    /** A call whose answer does not matter. */
    interface Call {
        void on(Book book) throws FormatException;
    }

    /** @param name as it stands in the SPI */
    record Named(String name, Call call) {}

    private static final int THUMB_PIXELS = 64;
    private static final Duration SHORT = Duration.ofMillis(100);

    private Calls() {}

    /** Those that take a page. */
    static List<Named> ofPage(Book book, int page) {
        List<Named> calls = new ArrayList<>();
        calls.add(new Named("pageText(" + page + ")", any -> any.pageText(page)));
        if (book instanceof PaintedBook) {
            calls.add(new Named("pageSize(" + page + ")", any -> ((PaintedBook) any).pageSize(page)));
            calls.add(new Named("textRuns(" + page + ")", any -> ((PaintedBook) any).textRuns(page)));
            calls.add(new Named("links(" + page + ")", any -> ((PaintedBook) any).links(page)));
            calls.add(new Named("render(" + page + ")", any -> paint((PaintedBook) any, page)));
        }
        return calls;
    }

    /** Those that concern the whole book; each for a short time, as the windows call them. */
    static List<Named> ofBook() {
        return List.of(
                new Named("outline", book -> book.outline(new ShortWork(SHORT))),
                new Named("find", book -> book.find(new Query("netreader"), 0, 10, new ShortWork(SHORT))),
                new Named("cover", book -> book.cover(THUMB_PIXELS, Work.UNCANCELLED)));
    }

    private static void paint(PaintedBook book, int page) throws FormatException {
        BufferedImage target = new BufferedImage(THUMB_PIXELS, THUMB_PIXELS, BufferedImage.TYPE_INT_RGB);
        book.render(page, 0.25, new Rectangle(THUMB_PIXELS, THUMB_PIXELS), target, Work.UNCANCELLED);
    }

    /** The scale at which a page's longer side has about so many pixels. */
    static double scale(PageSize size, int pixels) {
        return pixels / Math.max(size.width(), size.height());
    }

    /**
     * Calls, and lets only the failures through that may come out of a format, with a sentence in them.
     *
     * @return why it failed, or null if it did not
     */
    static Reason reasonOf(Named call, Book book) {
        try {
            call.call().on(book);
            return null;
        } catch (FormatException e) {
            requireSentence(call.name(), e);
            return e.reason();
        } catch (RuntimeException | Error e) {
            throw new Broken(call.name() + " threw " + e + " instead of a FormatException", e);
        }
    }

    /** Calls, and lets no failure through. */
    static void requireAnswer(Named call, Book book) {
        Reason reason = reasonOf(call, book);
        Broken.unless(reason == null, "%s ended in %s", call.name(), reason);
    }

    static void requireSentence(String call, FormatException e) {
        Broken.unless(
                e.getMessage() != null && e.getMessage().strip().length() >= 8,
                "%s ended in %s with the message \"%s\", which is no sentence for a person",
                call,
                e.reason(),
                e.getMessage());
    }
}
