package netreader.format.kit;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import netreader.format.Book;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.Outline;
import netreader.format.Work;

/** What tables of contents promise. */
final class OutlinePromises {
    private static final String CHAPTER = "Contents";

    /** More calls than any outline needs that goes on where it was cancelled. */
    private static final int MOST_CALLS = 20_000;

    static final List<Promise> ALL = List.of(
            new Promise("The contents have titles", "Outline.Entry", CHAPTER, OutlinePromises::haveTitles),
            new Promise(
                    "Levels of the contents begin at 0 and grow by one at most",
                    "Outline.Entry",
                    CHAPTER,
                    OutlinePromises::levelsAreNested),
            new Promise(
                    "The contents lead to places in the book", "Outline.Entry", CHAPTER, OutlinePromises::leadInside),
            new Promise(
                    "Contents that were cancelled go on at the next call",
                    "Book.outline",
                    CHAPTER,
                    OutlinePromises::goOn),
            new Promise(
                    "Looking for contents stops when it is cancelled",
                    "Book.outline",
                    CHAPTER,
                    subject -> subject.with(book -> Cancelling.requireStop("outline", work -> book.outline(work)))));

    private OutlinePromises() {}

    private static Outline outline(Book book) throws FormatException {
        Outline outline = book.outline(Work.UNCANCELLED);
        Broken.unless(outline != null, "outline answered null; a book without contents has Outline.NONE");
        Broken.unless(outline.complete(), "outline is not complete, though nobody cancelled it");
        return outline;
    }

    private static void haveTitles(Subject subject) throws Exception {
        subject.with(book -> {
            for (Outline.Entry entry : outline(book).entries()) {
                Broken.unless(entry.title() != null && !entry.title().isBlank(), "%s has no title", entry);
            }
            return null;
        });
    }

    private static void levelsAreNested(Subject subject) throws Exception {
        subject.with(book -> {
            int above = -1;
            for (Outline.Entry entry : outline(book).entries()) {
                Broken.unless(
                        entry.level() >= 0 && entry.level() <= above + 1,
                        "\"%s\" has level %d behind an entry of level %d",
                        entry.title(),
                        entry.level(),
                        above);
                above = entry.level();
            }
            return null;
        });
    }

    private static void leadInside(Subject subject) throws Exception {
        subject.with(book -> {
            for (Outline.Entry entry : outline(book).entries()) {
                Places.requireInside(book, entry.anchor(), "\"" + entry.title() + "\"");
            }
            return null;
        });
    }

    private static void goOn(Subject subject) throws Exception {
        subject.with(book -> {
            Outline whole = subject.with(OutlinePromises::outline);
            Outline found = piece(book);
            for (int calls = 1; !found.complete(); calls++) {
                Broken.unless(calls < MOST_CALLS, "After %d calls with little time each it is not complete", calls);
                found = piece(book);
            }
            Broken.unless(
                    found.equals(whole),
                    "Found piece by piece there are %d entries, and %d in one go",
                    found.entries().size(),
                    whole.entries().size());
            return null;
        });
    }

    /** Each call may ask a few times before it is cancelled. */
    private static Outline piece(Book book) throws FormatException {
        AtomicInteger asked = new AtomicInteger();
        try {
            return book.outline(() -> asked.incrementAndGet() > 3);
        } catch (FormatException e) {
            if (e.reason() == Reason.CANCELLED) {
                return new Outline(List.of(), false);
            }
            throw e;
        }
    }
}
