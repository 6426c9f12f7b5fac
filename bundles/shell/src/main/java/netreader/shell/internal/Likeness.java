package netreader.shell.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What somebody who has mistyped a word may have meant. */
final class Likeness {
    private Likeness() {}

    /** The candidate that becomes the word with the fewest changes of single characters; empty if they are all unlike it. */
    static Optional<String> nearest(String word, Collection<String> candidates) {
        String typed = word.toLowerCase(Locale.ROOT);
        int most = Math.max(1, typed.length() / 3);
        return candidates.stream()
                .filter(candidate ->
                        isBeginning(typed, candidate) || changes(typed, candidate.toLowerCase(Locale.ROOT)) <= most)
                .min(Comparator.comparingInt((String candidate) -> changes(typed, candidate.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static boolean isBeginning(String typed, String candidate) {
        return typed.length() > 1 && candidate.startsWith(typed);
    }

    /** Insertions, deletions, replacements and exchanges of neighbours (Damerau, restricted). */
    private static int changes(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int other = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(cost[i - 1][j - 1] + other, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[from.length()][to.length()];
    }
}
