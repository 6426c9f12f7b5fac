package netreader.format.epub.chapter;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns a style sheet for lines from top to bottom into one for lines from left to right, which is how they are laid out:
 * where lines begin is on the left then, and the first line is at the top.
 */
final class VerticalStyle {
    private static final Pattern VERTICAL = Pattern.compile("writing-mode\\s*:\\s*(?:vertical|tb)");

    private static final Map<String, String> SIDES =
            Map.of("top", "left", "right", "top", "bottom", "right", "left", "bottom");

    private static final Pattern SIDE =
            Pattern.compile("(?<![\\w-])((?:margin|padding|border)-)(top|right|bottom|left)(?=[\\s:-])");

    private static final Pattern LENGTH = Pattern.compile("(?<![\\w-])((?:min-|max-)?)(width|height)(?=\\s*:)");

    private static final Pattern ALL_SIDES =
            Pattern.compile("(?<![\\w-])((?:margin|padding)\\s*:\\s*)([^;{}!]{1,100})");

    private VerticalStyle() {}

    static boolean is(String css) {
        return css.contains("writing-mode") && VERTICAL.matcher(css).find();
    }

    static String turned(String css) {
        String sides = SIDE.matcher(css).replaceAll(match -> match.group(1) + SIDES.get(match.group(2)));
        String lengths = LENGTH.matcher(sides)
                .replaceAll(match -> match.group(1) + (match.group(2).equals("width") ? "height" : "width"));
        return ALL_SIDES.matcher(lengths).replaceAll(match -> Matcher.quoteReplacement(turnedValues(match)));
    }

    /** From top, right, bottom and left; fewer values stand for several sides. */
    private static String turnedValues(MatchResult match) {
        String[] values = match.group(2).strip().split("\\s+", -1);
        if (values.length < 2 || values.length > 4) {
            return match.group();
        }
        String top = values[0];
        String right = values[1];
        String bottom = values.length > 2 ? values[2] : top;
        String left = values.length > 3 ? values[3] : right;
        return match.group(1) + String.join(" ", right, bottom, left, top);
    }
}
