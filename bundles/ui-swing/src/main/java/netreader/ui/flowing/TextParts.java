package netreader.ui.flowing;

import java.text.BreakIterator;
import javax.accessibility.AccessibleText;

/** The characters, words and sentences that screen readers ask for. */
final class TextParts {
    private TextParts() {}

    /**
     * @param part as in {@link AccessibleText}
     * @param step 0 for the part that holds the index, 1 for the next one, -1 for the one before
     * @return empty if there is none
     */
    static String at(String text, int part, int index, int step) {
        if (index < 0 || index >= text.length()) {
            return "";
        }
        BreakIterator parts = switch (part) {
            case AccessibleText.WORD -> BreakIterator.getWordInstance();
            case AccessibleText.SENTENCE -> BreakIterator.getSentenceInstance();
            default -> BreakIterator.getCharacterInstance();
        };
        parts.setText(text);
        int end = parts.following(index);
        int start = parts.previous();
        if (step > 0) {
            start = end;
            end = parts.following(Math.min(text.length() - 1, end));
        } else if (step < 0) {
            end = start;
            start = start == 0 ? 0 : parts.preceding(start);
        }
        return start < 0 || end <= start ? "" : text.substring(start, end);
    }
}
