package netreader.catalogue.internal.scan;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import netreader.catalogue.internal.store.BookNames;

/**
 * What a folder's {@code .netreaderignore} keeps off the shelf, in that folder and below: a pattern a line, as in a
 * .gitignore. The last pattern that fits decides, and {@code !} takes back; but nothing comes back that lies in a folder
 * that is ignored. Some names are ignored without being told.
 */
public final class IgnoreRules {
    private static final Logger LOG = System.getLogger(IgnoreRules.class.getName());

    /**
     * @param name of a file or folder, from the folder with the rules
     * @param keeps whether it takes back what an earlier one has ignored
     */
    record Rule(NamePattern name, boolean foldersOnly, boolean keeps) {}

    private final String folder;
    private final List<Rule> rules;

    IgnoreRules(String folder, List<Rule> rules) {
        this.folder = folder;
        this.rules = rules;
    }

    /** Whether no book has such a name, whatever anybody says: what is hidden, and what is not complete yet. */
    static boolean always(String file) {
        return file.startsWith(".") || file.endsWith("~") || file.endsWith(".part") || file.endsWith(".tmp");
    }

    /**
     * Whether some rules ignore a file or folder.
     *
     * @param rules of the folders on the way to it, from the library down
     * @param name in the library
     */
    public static boolean ignored(List<IgnoreRules> rules, String name, boolean isFolder) {
        boolean ignored = false;
        for (IgnoreRules some : rules) {
            String below = name.substring(BookNames.prefix(some.folder).length());
            for (Rule rule : some.rules) {
                if ((isFolder || !rule.foldersOnly()) && rule.name().fits(below)) {
                    ignored = !rule.keeps();
                }
            }
        }
        return ignored;
    }

    /**
     * @param folder in the library that the rules are for
     * @param file where they stand, for people
     */
    public static IgnoreRules of(String folder, String text, Path file) {
        List<Rule> rules = new ArrayList<>();
        text.lines().forEach(line -> add(rules, line, file));
        return new IgnoreRules(folder, rules);
    }

    private static void add(List<Rule> rules, String line, Path file) {
        String pattern = line.stripTrailing();
        if (pattern.isEmpty() || pattern.startsWith("#")) {
            return;
        }
        boolean keeps = pattern.startsWith("!");
        if (keeps) {
            pattern = pattern.substring(1);
        }
        boolean foldersOnly = pattern.endsWith("/");
        if (foldersOnly) {
            pattern = pattern.substring(0, pattern.length() - 1);
        }
        try {
            rules.add(new Rule(new NamePattern(pattern), foldersOnly, keeps));
        } catch (PatternSyntaxException e) {
            LOG.log(
                    Level.WARNING,
                    "{0}: the pattern \"{1}\" is not understood and passed over ({2})",
                    BookNames.shown(file.toString()),
                    BookNames.shown(line),
                    e.getDescription());
        }
    }
}
