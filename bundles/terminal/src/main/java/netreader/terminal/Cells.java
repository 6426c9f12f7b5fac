package netreader.terminal;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.util.Set;

/** Text in the cells of a terminal, of which a Chinese character takes two. */
public final class Cells {
    private static final Set<UnicodeScript> WIDE = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO);
    private static final Set<UnicodeBlock> WIDE_SIGNS = Set.of(
            UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION,
            UnicodeBlock.ENCLOSED_CJK_LETTERS_AND_MONTHS,
            UnicodeBlock.CJK_COMPATIBILITY,
            UnicodeBlock.MISCELLANEOUS_SYMBOLS_AND_PICTOGRAPHS,
            UnicodeBlock.EMOTICONS,
            UnicodeBlock.TRANSPORT_AND_MAP_SYMBOLS,
            UnicodeBlock.SUPPLEMENTAL_SYMBOLS_AND_PICTOGRAPHS);

    private Cells() {}

    /** How many cells the text takes. */
    public static int width(String text) {
        return text.codePoints().map(Cells::width).sum();
    }

    /**
     * The text with blanks up to a width; longer ones stay as they are.
     *
     * @param right whether the blanks come before it
     */
    public static String padded(String text, int width, boolean right) {
        String blanks = " ".repeat(Math.max(0, width - width(text)));
        return right ? blanks + text : text + blanks;
    }

    /** Line ends and other control characters become blanks: a title must not draw on the terminal, nor turn its lines. */
    public static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\x80-\\x9f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+", " ");
    }

    private static int width(int codePoint) {
        if (codePoint < 0x300) {
            return 1;
        }
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean fullWidthForm = within(codePoint, 0xFF01, 0xFF60) || within(codePoint, 0xFFE0, 0xFFE6);
        boolean halfWidthForm = within(codePoint, 0xFF61, 0xFFDC);
        boolean wide = WIDE.contains(UnicodeScript.of(codePoint)) || WIDE_SIGNS.contains(UnicodeBlock.of(codePoint));
        return fullWidthForm || (wide && !halfWidthForm) ? 2 : 1;
    }

    private static boolean within(int codePoint, int first, int last) {
        return codePoint >= first && codePoint <= last;
    }
}
