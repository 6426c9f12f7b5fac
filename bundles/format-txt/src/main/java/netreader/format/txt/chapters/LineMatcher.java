package netreader.format.txt.chapters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/** Tells which rule a line matches. Only rules that may begin with its first character are tried. One thread. */
final class LineMatcher {
    /** Longer lines are matched by their beginning, and only if they are no prose. */
    static final int LONGEST = 120;

    /** A rule that takes too long for so many lines is no longer tried. */
    private static final int MOST_GIVEN_UP = 20;

    private static final int MOST_PAIRS = 20_000;

    /** A rule and its place. */
    private record Placed(int set, int index, Rule rule) {}

    /** A line that matched. */
    record Match(int set, int index, Rule rule, Matcher groups) {
        String group(String name) {
            return rule.group(groups, name);
        }
    }

    private final List<Placed> all = new ArrayList<>();
    private final Map<Rule, Integer> givenUp = new HashMap<>();
    private final Placed[][] byFirst = new Placed[1 << 16][];
    private final Map<Integer, Placed[]> byFirstTwo = new HashMap<>();

    LineMatcher(ChapterRules rules) {
        for (int set = 0; set < rules.sets().size(); set++) {
            List<Rule> inSet = rules.sets().get(set).rules();
            for (int i = 0; i < inSet.size(); i++) {
                all.add(new Placed(set, i, inSet.get(i)));
            }
        }
    }

    /** Whether a line that begins with this character may match. */
    boolean mayBegin(char first) {
        return beginning(first).length > 0;
    }

    private Placed[] beginning(char first) {
        Placed[] known = byFirst[first];
        if (known == null) {
            known = thatMayBegin(all.toArray(Placed[]::new), String.valueOf(first));
            byFirst[first] = known;
        }
        return known;
    }

    /** Most lines whose first character may begin a heading are told from one by the second. */
    private Placed[] beginning(String line) {
        Placed[] one = beginning(line.charAt(0));
        if (one.length == 0 || line.length() < 2) {
            return one;
        }
        int pair = (line.charAt(0) << 16) | line.charAt(1);
        Placed[] two = byFirstTwo.get(pair);
        if (two == null) {
            if (byFirstTwo.size() >= MOST_PAIRS) {
                byFirstTwo.clear();
            }
            two = thatMayBegin(one, line.substring(0, 2));
            byFirstTwo.put(pair, two);
        }
        return two;
    }

    private static Placed[] thatMayBegin(Placed[] rules, String beginning) {
        StringBuilder plain = new StringBuilder();
        beginning.chars().forEach(c -> plain.append(Plain.character((char) c)));
        return Arrays.stream(rules)
                .filter(placed -> placed.rule().mayBegin(plain.toString())
                        || (placed.rule().partly() && placed.rule().mayBegin(beginning)))
                .toArray(Placed[]::new);
    }

    /** Whether a line may match that begins with this text, of which two characters count. */
    boolean mayBegin(String beginning) {
        return beginning.isEmpty() || beginning(beginning).length > 0;
    }

    /** @param line without blanks around it, not empty */
    Optional<Match> match(String line) {
        Placed[] possible = beginning(line);
        if (possible.length == 0) {
            return Optional.empty();
        }
        String plain = Plain.line(line);
        if (line.length() > LONGEST) {
            if (isProse(plain)) {
                return Optional.empty();
            }
            plain = plain.substring(0, LONGEST);
        }
        boolean rulesOnly = !possible[0].rule().partly();
        if (rulesOnly && plain.chars().noneMatch(Character::isLetterOrDigit)) {
            return Optional.empty(); // a line of dashes may begin a heading in very many ways
        }
        for (Placed placed : possible) {
            Rule rule = placed.rule();
            Optional<Matcher> groups = match(rule, plain);
            if (groups.isEmpty() && rule.partly()) {
                groups = match(rule, line.substring(0, Math.min(line.length(), LONGEST)));
            }
            if (groups.isPresent()) {
                return Optional.of(new Match(placed.set(), placed.index(), rule, groups.get()));
            }
        }
        return Optional.empty();
    }

    private Optional<Matcher> match(Rule rule, String line) {
        if (!givenUp.isEmpty() && givenUp.getOrDefault(rule, 0) >= MOST_GIVEN_UP) {
            return Optional.empty();
        }
        try {
            return rule.match(line);
        } catch (BoundedText.Exhausted e) {
            givenUp.merge(rule, 1, Integer::sum);
            return Optional.empty();
        }
    }

    private static boolean isProse(String plain) {
        return plain.chars().anyMatch(c -> "。,!?;".indexOf(c) >= 0) || plain.contains(". ");
    }
}
