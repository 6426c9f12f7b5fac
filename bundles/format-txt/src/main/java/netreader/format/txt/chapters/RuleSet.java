package netreader.format.txt.chapters;

import java.util.List;

/**
 * Rules for one way in which books number their chapters.
 *
 * @param weak whether it counts only as one sequence that goes through a book without other chapters
 */
record RuleSet(String name, boolean weak, List<Rule> rules) {
    RuleSet {
        rules = List.copyOf(rules);
    }
}
