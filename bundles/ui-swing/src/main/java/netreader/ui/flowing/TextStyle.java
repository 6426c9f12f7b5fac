package netreader.ui.flowing;

import java.util.Locale;
import java.util.stream.Stream;
import netreader.format.OpenOptions;
import netreader.ui.work.Preferences;

/**
 * How flowing books are set, all of them alike.
 *
 * @param family of the font; empty for one that suits the text
 * @param size of the font in pixels of the user, 10 to 48
 * @param lines from one line to the next, in hundredths of the size
 * @param paragraphs between two paragraphs, in hundredths of the size
 * @param measure the length of a line, in ems
 * @param pageBytes nominal size of the server's pages
 */
record TextStyle(
        String family,
        int size,
        int lines,
        int paragraphs,
        int measure,
        boolean justified,
        boolean indented,
        Paper paper,
        int pageBytes) {
    static final int SMALLEST = 10;
    static final int LARGEST = 48;
    static final int NARROWEST = 15;
    static final int WIDEST = 60;
    static final int TIGHTEST = 110;
    static final int LOOSEST = 260;
    static final int FARTHEST = 200;
    static final TextStyle USUAL =
            new TextStyle("", 18, 165, 30, 35, true, true, Paper.WINDOW, OpenOptions.DEFAULT_PAGE_BYTES);

    private static final String FAMILY = "textFamily";
    private static final String SIZE = "textSize";
    private static final String LINES = "textLines";
    private static final String PARAGRAPHS = "textParagraphs";
    private static final String MEASURE = "textMeasure";
    private static final String JUSTIFIED = "textJustified";
    private static final String INDENTED = "textIndented";
    private static final String PAPER = "textPaper";
    private static final String PAGE_BYTES = "textPageBytes";

    TextStyle {
        size = within(SMALLEST, size, LARGEST);
        lines = within(TIGHTEST, lines, LOOSEST);
        paragraphs = within(0, paragraphs, FARTHEST);
        measure = within(NARROWEST, measure, WIDEST);
        pageBytes = within(OpenOptions.MIN_PAGE_BYTES, pageBytes, OpenOptions.MAX_PAGE_BYTES);
    }

    private static int within(int least, int value, int most) {
        return Math.max(least, Math.min(value, most));
    }

    /** What was saved, the usual where nothing was. */
    static TextStyle of(Preferences saved) {
        return new TextStyle(
                saved.text(FAMILY, USUAL.family),
                saved.number(SIZE, USUAL.size),
                saved.number(LINES, USUAL.lines),
                saved.number(PARAGRAPHS, USUAL.paragraphs),
                saved.number(MEASURE, USUAL.measure),
                Boolean.parseBoolean(saved.text(JUSTIFIED, "true")),
                Boolean.parseBoolean(saved.text(INDENTED, "true")),
                paper(saved.text(PAPER, "")),
                pageBytes(saved));
    }

    /** The size of page that books are opened with. */
    static int pageBytes(Preferences saved) {
        return within(
                OpenOptions.MIN_PAGE_BYTES, saved.number(PAGE_BYTES, USUAL.pageBytes), OpenOptions.MAX_PAGE_BYTES);
    }

    private static Paper paper(String name) {
        return Stream.of(Paper.values())
                .filter(paper -> paper.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(USUAL.paper);
    }

    void save(Preferences preferences) {
        preferences.put(FAMILY, family);
        preferences.put(SIZE, size);
        preferences.put(LINES, lines);
        preferences.put(PARAGRAPHS, paragraphs);
        preferences.put(MEASURE, measure);
        preferences.put(JUSTIFIED, justified);
        preferences.put(INDENTED, indented);
        preferences.put(PAPER, paper.name().toLowerCase(Locale.ROOT));
        preferences.put(PAGE_BYTES, pageBytes);
    }

    TextStyle withFamily(String changed) {
        return new TextStyle(changed, size, lines, paragraphs, measure, justified, indented, paper, pageBytes);
    }

    TextStyle withSize(int changed) {
        return new TextStyle(family, changed, lines, paragraphs, measure, justified, indented, paper, pageBytes);
    }

    TextStyle withLines(int changed) {
        return new TextStyle(family, size, changed, paragraphs, measure, justified, indented, paper, pageBytes);
    }

    TextStyle withParagraphs(int changed) {
        return new TextStyle(family, size, lines, changed, measure, justified, indented, paper, pageBytes);
    }

    TextStyle withMeasure(int changed) {
        return new TextStyle(family, size, lines, paragraphs, changed, justified, indented, paper, pageBytes);
    }

    TextStyle withJustified(boolean changed) {
        return new TextStyle(family, size, lines, paragraphs, measure, changed, indented, paper, pageBytes);
    }

    TextStyle withIndented(boolean changed) {
        return new TextStyle(family, size, lines, paragraphs, measure, justified, changed, paper, pageBytes);
    }

    TextStyle withPaper(Paper changed) {
        return new TextStyle(family, size, lines, paragraphs, measure, justified, indented, changed, pageBytes);
    }

    TextStyle withPageBytes(int changed) {
        return new TextStyle(family, size, lines, paragraphs, measure, justified, indented, paper, changed);
    }
}
