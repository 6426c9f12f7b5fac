package netreader.format.txt.chapters;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;

/**
 * How headings are told from other lines.
 *
 * @param identity differs when the outcome may differ
 */
public record ChapterRules(List<RuleSet> sets, String identity) {
    /** What a single word is meant as when no set has that name: hardly an expression. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z ,]*");

    public ChapterRules {
        sets = List.copyOf(sets);
    }

    /**
     * The rules that a person chose for a book.
     *
     * @param choice empty for all of them; the name of a set; a regular expression
     * @throws FormatException UNSUPPORTED if it is none of these
     */
    public ChapterRules chosen(String choice) throws FormatException {
        if (choice.isEmpty()) {
            return this;
        }
        for (RuleSet set : sets) {
            if (set.name().equalsIgnoreCase(choice)) {
                return new ChapterRules(
                        List.of(new RuleSet(set.name(), false, set.rules())), identity + "\n" + set.name());
            }
        }
        if (NAME.matcher(choice).matches()) {
            throw new FormatException(
                    Reason.UNSUPPORTED,
                    "There is no rule set \"" + choice + "\" for chapters, only: "
                            + String.join("; ", sets.stream().map(RuleSet::name).toList()));
        }
        try {
            Rule rule = new Rule(Rule.Kind.HEADING, 1, Pattern.compile(choice), true);
            return new ChapterRules(List.of(new RuleSet(choice, false, List.of(rule))), "\n" + choice);
        } catch (PatternSyntaxException e) {
            throw new FormatException(
                    Reason.UNSUPPORTED,
                    "\"" + choice + "\" is no regular expression for chapters: " + e.getDescription(),
                    e);
        }
    }
}
