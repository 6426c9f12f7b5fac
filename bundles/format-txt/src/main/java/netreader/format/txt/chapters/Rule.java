package netreader.format.txt.chapters;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression for headings.
 *
 * @param level 0 for volumes, 1 for chapters, up to 5
 * @param partly whether it may match the beginning of a line only, as a person's own expressions may
 */
record Rule(Kind kind, int level, Pattern pattern, boolean partly) {
    /** What a match means. */
    enum Kind {
        HEADING,
        /** A heading if its number is missing between the headings around it. */
        GAP,
        /** A heading without a number. */
        ALSO,
        /** The line behind the book; what follows is no part of it. */
        END
    }

    /**
     * Matches a line; empty if it is none of the rule.
     *
     * @throws BoundedText.Exhausted if that takes unreasonably long
     */
    Optional<Matcher> match(String line) {
        Matcher matcher = pattern.matcher(new BoundedText(line));
        try {
            return (partly ? matcher.lookingAt() : matcher.matches()) ? Optional.of(matcher) : Optional.empty();
        } catch (StackOverflowError e) {
            throw new BoundedText.Exhausted();
        }
    }

    /** Whether a line that matches may begin so. */
    boolean mayBegin(String beginning) {
        Matcher matcher = pattern.matcher(new BoundedText(beginning));
        try {
            return matcher.lookingAt() || matcher.hitEnd();
        } catch (BoundedText.Exhausted | StackOverflowError e) {
            return true;
        }
    }

    /** The text of a named group; empty if the pattern has none of that name, or it took no part in the match. */
    String group(Matcher matcher, String name) {
        if (!pattern.pattern().contains("(?<" + name + ">")) {
            return "";
        }
        String text = matcher.group(name);
        return text == null ? "" : text;
    }
}
