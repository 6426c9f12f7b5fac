package netreader.format;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text as a search sees it: without regard to case and to wide, narrow and ligature forms, a line end as any other
 * space, and none at all between characters of scripts that have no spaces.
 */
final class FoldedText {
    private static final char SOFT_HYPHEN = '\u00AD';

    private final StringBuilder folded = new StringBuilder();
    /** For each folded character, where it stands in the text. */
    private int[] places = new int[64];

    private final int length;

    FoldedText(String text) {
        this.length = text.length();
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int next = at + Character.charCount(c);
            if (isSpace(c)) {
                while (next < text.length() && isSpace(text.charAt(next))) {
                    next++;
                }
                boolean broken = text.substring(at, next).indexOf('\n') >= 0;
                if (!broken || !isBetweenIdeographs(text, at, next)) {
                    append(" ", at);
                }
            } else if (c == SOFT_HYPHEN) {
                while (next < text.length() && isSpace(text.charAt(next))) {
                    next++;
                }
            } else {
                append(fold(c), at);
            }
            at = next;
        }
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isBetweenIdeographs(String text, int from, int to) {
        return from > 0
                && to < text.length()
                && isOfSpaceless(text.codePointBefore(from))
                && isOfSpaceless(text.codePointAt(to));
    }

    private static boolean isOfSpaceless(int c) {
        return Character.isIdeographic(c) || (c >= 0x3000 && c <= 0x30FF) || (c >= 0xFF01 && c <= 0xFF9F);
    }

    private static String fold(int c) {
        boolean form = (c >= 0xFF01 && c <= 0xFFEE) || (c >= 0xFB00 && c <= 0xFB06);
        String plain = Character.toString(c);
        if (!form) {
            return Character.toString(Character.toLowerCase(Character.toUpperCase(c)));
        }
        StringBuilder lower = new StringBuilder();
        Normalizer.normalize(plain, Normalizer.Form.NFKC)
                .codePoints()
                .forEach(each -> lower.appendCodePoint(Character.toLowerCase(Character.toUpperCase(each))));
        return lower.toString();
    }

    private void append(String text, int place) {
        for (int i = 0; i < text.length(); i++) {
            if (folded.length() == places.length) {
                places = Arrays.copyOf(places, places.length * 2);
            }
            places[folded.length()] = place;
            folded.append(text.charAt(i));
        }
    }

    /** What is looked for, as {@link #indexOf} takes it. */
    static String ofQuery(String query) {
        return new FoldedText(query.strip()).folded.toString();
    }

    /** Index within the folded text from an index on, -1 if there is none. */
    int indexOf(String wanted, int from) {
        return folded.indexOf(wanted, from);
    }

    /** Where a folded character stands in the text; the text's length behind the last. */
    int place(int index) {
        return index < folded.length() ? places[index] : length;
    }
}
