package netreader.ui.shelf;

import java.text.Collator;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;
import netreader.client.ShelfBook;

/** Which books of the shelf are shown, and in which order. */
final class ShelfFilter {
    private ShelfFilter() {}

    /** The books in whose title, authors or file name every word of the query occurs, by title. */
    static List<ShelfBook> apply(List<ShelfBook> books, String query, Locale locale) {
        List<String> words = words(query);
        Collator collator = Collator.getInstance(locale);
        // A collation key for each book, for comparing strings over and over is what sorting would cost.
        return books.stream()
                .filter(book -> matches(book, words))
                .map(book -> new Keyed(book, collator.getCollationKey(book.title())))
                .sorted(Comparator.comparing(Keyed::key)
                        .thenComparingLong(keyed -> keyed.book().id()))
                .map(Keyed::book)
                .toList();
    }

    private record Keyed(ShelfBook book, java.text.CollationKey key) {}

    static boolean matches(ShelfBook book, List<String> words) {
        if (words.isEmpty()) {
            return true;
        }
        String all = fold(book.title() + "\n" + String.join("\n", book.authors()) + "\n" + book.name());
        return words.stream().allMatch(all::contains);
    }

    static List<String> words(String query) {
        StringTokenizer tokens = new StringTokenizer(fold(query));
        return java.util.Collections.list(tokens).stream().map(Object::toString).toList();
    }

    /** Without regard to case, full-width forms and accents. */
    private static String fold(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder plain = new StringBuilder(decomposed.length());
        decomposed
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(plain::appendCodePoint);
        return plain.toString().toLowerCase(Locale.ROOT);
    }
}
