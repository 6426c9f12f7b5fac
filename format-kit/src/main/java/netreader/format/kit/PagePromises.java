package netreader.format.kit;

import java.util.List;
import netreader.format.Book;
import netreader.format.FormatException.Reason;
import netreader.format.PaintedBook;

/** What pages promise. */
final class PagePromises {
    private static final String CHAPTER = "Pages";

    static final List<Promise> ALL = List.of(
            new Promise("Every page has a text, which may be empty", "Book.pageText", CHAPTER, PagePromises::haveTexts),
            new Promise("A page has the same text each time", "Book.pageText", CHAPTER, PagePromises::stayTheSame),
            new Promise(
                    "A page that the book does not have is refused with DAMAGED",
                    "Book.pageText",
                    CHAPTER,
                    PagePromises::outsideIsRefused));

    private PagePromises() {}

    private static void haveTexts(Subject subject) throws Exception {
        subject.with(book -> {
            for (int page : Subject.somePages(book)) {
                String text = book.pageText(page);
                Broken.unless(text != null, "pageText(%d) answered null; a page without text has \"\"", page);
                Broken.unless(
                        !(book instanceof PaintedBook) || text.indexOf('\r') < 0,
                        "pageText(%d) of a painted book has a carriage return; lines are ended by \\n",
                        page);
            }
            return null;
        });
    }

    private static void stayTheSame(Subject subject) throws Exception {
        subject.with(book -> {
            int[] pages = Subject.somePages(book);
            String[] texts = new String[pages.length];
            for (int i = 0; i < pages.length; i++) {
                texts[i] = book.pageText(pages[i]);
            }
            for (int i = pages.length - 1; i >= 0; i--) {
                Broken.unless(
                        book.pageText(pages[i]).equals(texts[i]),
                        "pageText(%d) answered something else after other pages were read",
                        pages[i]);
            }
            return null;
        });
    }

    private static void outsideIsRefused(Subject subject) throws Exception {
        subject.with(book -> {
            int count = book.pageCount();
            for (int page : new int[] {-1, count, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
                for (Calls.Named call : Calls.ofPage(book, page)) {
                    requireRefused(call, book, count);
                }
            }
            return null;
        });
    }

    private static void requireRefused(Calls.Named call, Book book, int count) {
        Reason reason = Calls.reasonOf(call, book);
        boolean noLinks = reason == null && call.name().startsWith("links"); // as a book without any answers
        Broken.unless(
                reason == Reason.DAMAGED || noLinks,
                "%s of a book of %d pages %s",
                call.name(),
                count,
                reason == null ? "answered as if there were such a page" : "ended in " + reason);
    }
}
