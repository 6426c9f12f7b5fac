package netreader.ui.shelf;

import java.text.Collator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Keys by which texts are sorted as people of a language do, with numbers by their size: the second volume stands
 * before the tenth. One thread.
 */
final class SortKeys {
    private static final int MOST_DIGITS = 9;

    private final Collator collator;
    private final Map<List<String>, SortKey> authors = new HashMap<>();

    SortKeys(Locale locale) {
        collator = Collator.getInstance(locale);
    }

    SortKey of(String text) {
        return new SortKey(collator.getCollationKey(withLengths(text)).toByteArray());
    }

    /** {@link SortKey#NONE} for no names. */
    SortKey of(List<String> names) {
        return names.isEmpty() ? SortKey.NONE : authors.computeIfAbsent(names, some -> of(String.join(" ", some)));
    }

    /** Before each number its length: so 2, which becomes 12, comes before 10, which becomes 210. */
    static String withLengths(String text) {
        int at = 0;
        while (at < text.length() && !isDigit(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder all = new StringBuilder(text.length() + 4);
        for (at = 0; at < text.length(); ) {
            int end = at;
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
            if (end == at) {
                all.append(text.charAt(at++));
                continue;
            }
            while (at < end - 1 && text.charAt(at) == '0') {
                at++;
            }
            all.append(Math.min(MOST_DIGITS, end - at)).append(text, at, end);
            at = end;
        }
        return all.toString();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
