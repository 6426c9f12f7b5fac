package netreader.catalogue.internal.shelf;

import java.util.ArrayList;
import java.util.List;

/**
 * What SQLite's full text index knows of a book, instead of words: the pairs of neighbours in its text, its format, the
 * folders above it, and its file's name (docs/decisions/0019-the-shelf-is-found-by-pairs-of-characters.md). Each mark is
 * a word of letters and digits for the tokenizer, to which all that is not ASCII is a letter.
 */
final class Marks {
    /** More pairs make no query more selective; what they let through is compared with the words themselves. */
    private static final int MAX_PAIRS = 16;

    /** Characters for private use begin what is no pair. */
    private static final char FORMAT = '\uE001';

    private static final char FOLDER = '\uE002';
    private static final char STEM = '\uE003';
    /** Stands behind the last character of a word, so that each character begins a pair. */
    private static final char END = '\uE004';

    private static final String RARE_LETTERS = "jqxz";

    /** Signs of ASCII are no letters; folding leaves none of their full-width forms. */
    private static final int FULL_WIDTH = '\uFF01' - '!';

    private Marks() {}

    static String ofFormat(String format) {
        StringBuilder mark = new StringBuilder().append(FORMAT);
        SearchText.fold(format)
                .codePoints()
                .filter(c -> c > ' ')
                .map(Marks::letter)
                .forEach(mark::appendCodePoint);
        return mark.toString();
    }

    static String ofFolder(long id) {
        return FOLDER + Long.toString(id);
    }

    /** Other stems may have the same mark. */
    static String ofStem(String stem) {
        String folded = SearchText.fold(stem); // a file whose name changes in case alone keeps its marks
        long hash = 0;
        for (int i = 0; i < folded.length(); i++) {
            hash = 31 * hash + folded.charAt(i);
        }
        return STEM + Long.toUnsignedString(hash, Character.MAX_RADIX);
    }

    /** The pairs of a text that {@link SearchText#of} made. */
    static void addPairs(StringBuilder marks, String text) {
        int before = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            boolean blank = c <= ' ';
            if (before != 0) {
                addPair(marks, before, blank ? END : letter(c));
            }
            before = blank ? 0 : letter(c);
        }
        if (before != 0) {
            addPair(marks, before, END);
        }
    }

    private static void addPair(StringBuilder marks, int first, int second) {
        marks.append(' ').appendCodePoint(first).appendCodePoint(second);
    }

    private static int letter(int c) {
        boolean sign = c < 0x7F && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9');
        return sign ? c + FULL_WIDTH : c;
    }

    /**
     * The marks that all books with some words have, and other books may have as well.
     *
     * @param words as {@link SearchText#words} gives them
     */
    static List<String> of(List<String> words) {
        List<String> marks = new ArrayList<>();
        for (String word : words) {
            int[] letters = word.codePoints().map(Marks::letter).toArray();
            if (letters.length == 1 && isSelective(letters[0])) {
                marks.add("\"" + Character.toString(letters[0]) + "\"*");
            }
            for (int i = 1; i < letters.length; i++) {
                marks.add("\"" + new String(letters, i - 1, 2) + "\"");
            }
        }
        return marks.size() <= MAX_PAIRS ? marks : marks.subList(0, MAX_PAIRS);
    }

    /** Other letters and digits are in so many books that a page is soon full of these. */
    private static boolean isSelective(int letter) {
        return RARE_LETTERS.indexOf(letter) >= 0 || (letter >= 0x80 && !isOurs(letter));
    }

    private static boolean isOurs(int c) {
        return c >= FORMAT && c <= END;
    }

    /** Whether all books with the marks of a word have the word. */
    static boolean areExact(String word) {
        int[] letters = word.codePoints().map(Marks::letter).toArray();
        boolean plain = word.codePoints().noneMatch(Marks::isOurs);
        return plain && (letters.length == 2 || (letters.length == 1 && isSelective(letters[0])));
    }
}
