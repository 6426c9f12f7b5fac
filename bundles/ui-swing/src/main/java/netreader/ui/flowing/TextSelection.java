package netreader.ui.flowing;

import java.text.BreakIterator;
import java.util.Locale;

/**
 * What is selected on a page, between where a selection began and where it ends now; either may come first.
 *
 * @param anchor the characters where it began: one place, a word or a paragraph
 */
record TextSelection(Range anchor, Range head) {
    static final TextSelection NONE = new TextSelection(new Range(0, 0), new Range(0, 0));

    /** Offsets in the page's text. */
    record Range(int from, int to) {}

    /** What a selection grows by. */
    enum Unit {
        CHARACTER,
        WORD,
        PARAGRAPH;

        /** @param clicks 1 for the first of a row of clicks */
        static Unit ofClicks(int clicks) {
            return switch (Math.floorMod(clicks - 1, 3)) {
                case 0 -> CHARACTER;
                case 1 -> WORD;
                default -> PARAGRAPH;
            };
        }

        Range at(PageText page, int offset, Locale locale) {
            if (this == CHARACTER || page.paragraphs().isEmpty()) {
                return new Range(offset, offset);
            }
            PageText.Paragraph paragraph = page.paragraphAt(offset);
            if (this == PARAGRAPH) {
                return new Range(paragraph.start(), paragraph.end());
            }
            String text = page.text().substring(paragraph.start(), paragraph.end());
            BreakIterator words = BreakIterator.getWordInstance(locale);
            words.setText(text);
            int within = Math.max(0, Math.min(text.length() - 1, offset - paragraph.start()));
            int end = words.following(within);
            int start = words.previous();
            return new Range(paragraph.start() + start, paragraph.start() + end);
        }
    }

    static TextSelection all(PageText page) {
        return new TextSelection(
                new Range(0, 0), new Range(page.text().length(), page.text().length()));
    }

    TextSelection to(Range now) {
        return new TextSelection(anchor, now);
    }

    int from() {
        return Math.min(anchor.from(), head.from());
    }

    int to() {
        return Math.max(anchor.to(), head.to());
    }

    boolean isEmpty() {
        return from() == to();
    }

    String text(PageText page) {
        return page.text().substring(from(), Math.min(to(), page.text().length()));
    }
}
