package netreader.ui.flowing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netreader.ui.book.BookMemory;

/** Where within its page a text was left. Event thread. */
final class LineMemory {
    private static final String HERE = "line";
    private static final Pattern LEFT = Pattern.compile("(\\d{1,18}) (\\d{1,9})");

    private final BookMemory book;

    LineMemory(BookMemory book) {
        this.book = book;
    }

    /** How far into the page the book was left; 0 if it was left on another one. */
    int left(TextPages.Arrived here) {
        Matcher saved = LEFT.matcher(book.text(HERE, ""));
        boolean there =
                saved.matches() && Long.parseLong(saved.group(1)) == here.page().anchor();
        return there
                ? Math.min(Integer.parseInt(saved.group(2)), here.text().text().length())
                : 0;
    }

    /**
     * @param anchor of the page
     * @param offset in its text
     */
    void leave(long anchor, int offset) {
        book.put(HERE, anchor + " " + offset);
    }
}
