package netreader.format.epub.layout;

import java.util.ArrayList;
import java.util.List;

/** Cuts text into the pieces of which selection is made: words with the space behind them, or single ideographs. */
final class Words {
    private Words() {}

    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        int start = 0;
        boolean spaceSeen = false;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            boolean space = character == ' ' || character == '\n' || character == '\t';
            if (i > start
                    && !space
                    && (spaceSeen || Character.isIdeographic(character) || isIdeographBefore(text, i))) {
                words.add(text.substring(start, i));
                start = i;
            }
            spaceSeen = space;
            i += Character.charCount(character);
        }
        if (start < text.length()) {
            words.add(text.substring(start));
        }
        return words;
    }

    private static boolean isIdeographBefore(String text, int index) {
        return Character.isIdeographic(text.codePointBefore(index));
    }
}
