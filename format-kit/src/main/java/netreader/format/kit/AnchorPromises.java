package netreader.format.kit;

import java.util.List;
import java.util.Map;
import netreader.format.Book;
import netreader.format.FormatException;
import netreader.format.OpenOptions;

/** What anchors, the places of bookmarks, promise. */
final class AnchorPromises {
    private static final String CHAPTER = "Anchors";

    /** Characters of a page by which it is known again. */
    private static final int BEGINNING = 12;

    static final List<Promise> ALL = List.of(
            new Promise("Anchors grow with the page", "Book.anchorOf", CHAPTER, AnchorPromises::grow),
            new Promise("The anchor of a page leads back to it", "Book.pageAt", CHAPTER, AnchorPromises::leadBack),
            new Promise("Any anchor leads to a page of the book", "Book.pageAt", CHAPTER, AnchorPromises::stayInside),
            new Promise(
                    "An anchor leads to the same place when pages have another size",
                    "Book.anchorOf",
                    CHAPTER,
                    AnchorPromises::surviveAnotherPageSize));

    private AnchorPromises() {}

    private static void grow(Subject subject) throws Exception {
        subject.with(book -> {
            int[] pages = Subject.somePages(book);
            for (int i = 1; i < pages.length; i++) {
                long before = book.anchorOf(pages[i - 1]);
                long after = book.anchorOf(pages[i]);
                Broken.unless(
                        before < after,
                        "anchorOf(%d) is %d, but anchorOf(%d) is %d",
                        pages[i - 1],
                        before,
                        pages[i],
                        after);
            }
            return null;
        });
    }

    private static void leadBack(Subject subject) throws Exception {
        subject.with(book -> {
            for (int page : Subject.somePages(book)) {
                long anchor = book.anchorOf(page);
                Broken.unless(
                        book.pageAt(anchor) == page,
                        "anchorOf(%d) is %d, but pageAt(%d) is %d",
                        page,
                        anchor,
                        anchor,
                        book.pageAt(anchor));
            }
            return null;
        });
    }

    private static void stayInside(Subject subject) throws Exception {
        subject.with(book -> {
            int last = Math.max(0, book.pageCount() - 1);
            long end = book.pageCount() == 0 ? 0 : book.anchorOf(last);
            requireAt(book, Long.MIN_VALUE, 0);
            requireAt(book, -1, 0);
            requireAt(book, end, last);
            requireAt(book, Integer.MAX_VALUE + 1L + end, last);
            requireAt(book, Long.MAX_VALUE, last);
            return null;
        });
    }

    private static void requireAt(Book book, long anchor, int page) {
        int found = book.pageAt(anchor);
        Broken.unless(found == page, "pageAt(%d) is %d, and the nearest page is %d", anchor, found, page);
    }

    private static void surviveAnotherPageSize(Subject subject) throws Exception {
        for (int pageBytes : new int[] {OpenOptions.MIN_PAGE_BYTES, OpenOptions.MAX_PAGE_BYTES}) {
            OpenOptions other = subject.options(pageBytes, Map.of());
            subject.with(book -> subject.with(subject.sample().source(), other, resized -> {
                for (int page : Subject.somePages(book)) {
                    requireSamePlace(book, page, resized, pageBytes);
                }
                return null;
            }));
        }
    }

    /** The page begins on the page of the other book to which its anchor leads, or soon behind that. */
    private static void requireSamePlace(Book book, int page, Book resized, int pageBytes) throws FormatException {
        long anchor = book.anchorOf(page);
        int found = resized.pageAt(anchor);
        String text = letters(book.pageText(page));
        String beginning = text.substring(0, Math.min(text.length(), BEGINNING));
        StringBuilder around = new StringBuilder();
        for (int at = found; at < Math.min(found + 3, resized.pageCount()); at++) {
            around.append(letters(resized.pageText(at)));
        }
        Broken.unless(
                around.indexOf(beginning) >= 0,
                "With pages of %d bytes, anchor %d of page %d, which begins \"%s\", leads to page %d, which has other text",
                pageBytes,
                anchor,
                page,
                beginning,
                found);
    }

    private static String letters(String text) {
        return text.replaceAll("\\s+", "");
    }
}
