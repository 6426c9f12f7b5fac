package netreader.catalogue.internal.shelf;

import java.text.Normalizer;
import java.util.List;

/** What words are looked for in: text without case, accents, widths and invisible characters. */
final class SearchText {
    private SearchText() {}

    /** All in which a book is found by words: lines of its name, its title and its authors. */
    static String of(String name, String title, List<String> authors) {
        StringBuilder text = new StringBuilder(fold(name));
        addUnlessThere(text, fold(title));
        authors.forEach(author -> addUnlessThere(text, fold(author)));
        return text.toString();
    }

    private static void addUnlessThere(StringBuilder text, String line) {
        if (text.indexOf(line) < 0) {
            text.append('\n').append(line);
        }
    }

    /** The words of a query, folded, each once. */
    static List<String> words(String query) {
        return fold(query)
                .lines()
                .flatMap(line -> List.of(line.split(" ")).stream())
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    /** Separators and control characters become blanks; half of a surrogate pair is nothing. */
    static String fold(String text) {
        String plain = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); ) {
            int c = plain.codePointAt(i);
            i += Character.charCount(c);
            if (c > ' ' && c < 0x7F) {
                folded.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c));
                continue;
            }
            switch (Character.getType(c)) {
                case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT, Character.SURROGATE -> {}
                case Character.CONTROL,
                        Character.SPACE_SEPARATOR,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR -> folded.append(' ');
                default -> folded.appendCodePoint(Character.toLowerCase(c));
            }
        }
        return folded.toString();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
