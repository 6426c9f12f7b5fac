package netreader.format.txt.chapters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads a file of rules; chapters.rules explains its syntax. */
final class RulesReader {
    private static final Pattern SECTION = Pattern.compile("\\[(?<name>[^\\]]+)\\]");
    private static final Pattern LET = Pattern.compile("let\\s+(?<name>\\p{L}+)\\s*=\\s*(?<value>.*)");
    private static final Pattern RULE =
            Pattern.compile("(?:(?<level>[0-5])(?<gap>\\?)?|(?<word>also|end))\\s*=\\s*(?<regex>.*)");
    private static final Pattern USE = Pattern.compile("(?<!\\\\[pPxN])\\{(?<name>\\p{L}+)\\}");
    /** Definitions may hold definitions; a file in which they grow beyond this is a mistake. */
    private static final int LONGEST = 100_000;

    /** What is wrong with a file of rules. */
    static final class BadRules extends Exception {
        private static final long serialVersionUID = 1;

        /** @param line from 1 */
        BadRules(int line, String reason) {
            super("line " + line + ": " + reason);
        }
    }

    private final Map<String, String> definitions = new LinkedHashMap<>();
    private final List<RuleSet> sets = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private String section = "";
    private boolean weak;
    private int number;

    static ChapterRules read(String text) throws BadRules {
        return new RulesReader().all(text);
    }

    private ChapterRules all(String text) throws BadRules {
        for (String line : text.split("\\R", -1)) {
            number++;
            String content = number == 1 ? line.replace("\uFEFF", "").strip() : line.strip();
            if (!content.isEmpty() && !content.startsWith("#")) {
                take(content);
            }
        }
        endSection();
        if (sets.isEmpty()) {
            throw new BadRules(number, "there is no rule in the file");
        }
        return new ChapterRules(sets, text);
    }

    private void take(String line) throws BadRules {
        Matcher sectionLine = SECTION.matcher(line);
        Matcher let = LET.matcher(line);
        Matcher rule = RULE.matcher(line);
        if (sectionLine.matches()) {
            endSection();
            section = sectionLine.group("name").strip();
        } else if (let.matches()) {
            String value = expanded(let.group("value"));
            compiled(value);
            definitions.put(let.group("name"), value);
        } else if (section.isEmpty()) {
            throw new BadRules(number, "a rule needs a [section] above it");
        } else if (line.equals("weak")) {
            weak = true;
        } else if (rule.matches()) {
            rules.add(rule(rule));
        } else {
            throw new BadRules(number, "\"" + line + "\" is no rule; one looks like 1 = REGEX");
        }
    }

    private Rule rule(Matcher line) throws BadRules {
        Pattern pattern = compiled(expanded(line.group("regex")));
        if (pattern.matcher("").matches()) {
            throw new BadRules(number, "the expression matches a line without any text");
        }
        String level = line.group("level");
        if ("end".equals(line.group("word"))) {
            return new Rule(Rule.Kind.END, 1, pattern, false);
        }
        Rule.Kind kind = level == null ? Rule.Kind.ALSO : line.group("gap") == null ? Rule.Kind.HEADING : Rule.Kind.GAP;
        return new Rule(kind, level == null ? 1 : Integer.parseInt(level), pattern, false);
    }

    private void endSection() {
        if (!rules.isEmpty()) {
            sets.add(new RuleSet(section, weak, rules));
        }
        rules.clear();
        weak = false;
    }

    private String expanded(String text) throws BadRules {
        Matcher use = USE.matcher(text);
        StringBuilder expanded = new StringBuilder();
        while (use.find()) {
            String value = definitions.get(use.group("name"));
            if (value == null) {
                throw new BadRules(number, "there is no \"let " + use.group("name") + " = …\" above");
            }
            use.appendReplacement(expanded, Matcher.quoteReplacement(value));
            if (expanded.length() > LONGEST) {
                throw new BadRules(number, "the expression is too long");
            }
        }
        return use.appendTail(expanded).toString();
    }

    private Pattern compiled(String regex) throws BadRules {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new BadRules(number, "the regular expression is wrong: " + e.getDescription());
        }
    }
}
