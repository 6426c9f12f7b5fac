package netreader.format.kit;

import java.awt.geom.Rectangle2D;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import netreader.format.FormatException;
import netreader.format.PageSize;
import netreader.format.PaintedBook;
import netreader.format.TextRun;

/** What the places of text on painted pages promise. */
final class TextRunPromises {
    private static final String CHAPTER = "Text on painted pages";

    /** Of all that is compared: files place some text outside of their pages, and join words in odd ways. */
    private static final double ALLOWED = 0.1;

    static final List<Promise> ALL = List.of(
            new Promise("Text lies on the page", "PaintedBook.textRuns", CHAPTER, TextRunPromises::lieOnThePage),
            new Promise(
                    "Text with its place is the page's text",
                    "PaintedBook.textRuns",
                    CHAPTER,
                    TextRunPromises::sayTheSame));

    private TextRunPromises() {}

    private static List<TextRun> runs(PaintedBook book, int page) throws FormatException {
        List<TextRun> runs = book.textRuns(page);
        Broken.unless(runs != null, "textRuns(%d) answered null; a page without text has none", page);
        return runs;
    }

    private static void lieOnThePage(Subject subject) throws Exception {
        PaintingPromises.each(subject, (book, page, size) -> {
            List<TextRun> runs = runs(book, page);
            List<TextRun> outside = runs.stream()
                    .filter(run -> !run.text().isBlank() && !isInside(run.bounds(), size))
                    .toList();
            Broken.unless(
                    outside.size() <= ALLOWED * runs.size(),
                    "%d of %d pieces of text are beside page %d, whose size is %s, such as %s",
                    outside.size(),
                    runs.size(),
                    page,
                    size,
                    outside.isEmpty() ? "" : outside.get(0));
        });
    }

    private static boolean isInside(Rectangle2D bounds, PageSize size) {
        return bounds.getCenterX() >= 0
                && bounds.getCenterX() <= size.width()
                && bounds.getCenterY() >= 0
                && bounds.getCenterY() <= size.height();
    }

    private static void sayTheSame(Subject subject) throws Exception {
        PaintingPromises.each(subject, (book, page, size) -> {
            String placed = runs(book, page).stream().map(TextRun::text).collect(Collectors.joining());
            String text = book.pageText(page);
            int missing = difference(text, placed) + difference(placed, text);
            Broken.unless(
                    missing <= ALLOWED * (text.length() + placed.length()),
                    "The runs of page %d and its text differ in %d characters of %d",
                    page,
                    missing,
                    text.length() + placed.length());
        });
    }

    /** How many characters one text has that the other lacks, wherever they stand. */
    private static int difference(String one, String other) {
        Map<Integer, Integer> counts = new HashMap<>();
        one.codePoints().filter(c -> !Character.isWhitespace(c)).forEach(c -> counts.merge(c, 1, Integer::sum));
        other.codePoints().forEach(c -> counts.computeIfPresent(c, (key, n) -> n - 1));
        return counts.values().stream().mapToInt(n -> Math.max(0, n)).sum();
    }
}
