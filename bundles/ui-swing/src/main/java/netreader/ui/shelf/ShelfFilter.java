package netreader.ui.shelf;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import netreader.client.ShelfBook;

/** Whether a book has the words that are looked for. */
final class ShelfFilter {
    private ShelfFilter() {}

    /** What a book is found by: its title, its authors, and its file name with the folders. */
    static String words(ShelfBook book) {
        return fold(book.title() + "\n" + String.join("\n", book.authors()) + "\n" + book.name());
    }

    /** The words of a query, as {@link #matches} takes them. */
    static List<String> words(String query) {
        return Stream.of(fold(query).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Whether each word occurs among a book's. */
    static boolean matches(String words, List<String> wanted) {
        for (String word : wanted) {
            if (!words.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** Without regard to case, full-width forms and accents. */
    static String fold(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder plain = new StringBuilder(decomposed.length());
        decomposed
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(plain::appendCodePoint);
        return plain.toString().toLowerCase(Locale.ROOT);
    }
}
