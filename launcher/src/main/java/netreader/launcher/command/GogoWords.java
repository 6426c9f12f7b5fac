package netreader.launcher.command;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A command line of our own as a line for Gogo. */
final class GogoWords {
    /** What means nothing to Gogo anywhere in a word. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_:.,/+@-][\\p{L}\\p{N}_:.,/+@=-]*");

    private GogoWords() {}

    /** One word is a line as it stands; several are a command and its words, whatever signs are in them. */
    static String line(List<String> words) {
        if (words.size() == 1) {
            return words.get(0);
        }
        return words.stream().map(GogoWords::quoted).collect(Collectors.joining(" "));
    }

    /** Between single quotes nothing means anything but the quote itself, which a backslash outside of them protects. */
    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
