package netreader.catalogue.internal.scan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern of a .netreaderignore. It follows all ways through itself at once, so that a name takes at most as many steps
 * as name and pattern have characters, multiplied; as a regular expression nine stars took years.
 */
final class NamePattern {
    private static final int LONGEST = 1000;

    private enum Kind {
        ONE,
        STAR,
        TWO_STARS,
        /** Nothing, or some folders with the slash after them. */
        FOLDERS
    }

    /** @param one what a single character must be; null for the other kinds */
    private record Part(Kind kind, Characters one) {}

    @FunctionalInterface
    private interface Characters {
        boolean have(int c);
    }

    private final List<Part> parts = new ArrayList<>();

    /**
     * With a slash in it a pattern is a path from the folder with the rules, else a name in any folder.
     *
     * @throws PatternSyntaxException says what is wrong with it
     */
    NamePattern(String pattern) {
        if (pattern.length() > LONGEST) {
            throw new PatternSyntaxException("it has more than " + LONGEST + " characters", pattern, LONGEST);
        }
        if (!pattern.contains("/")) {
            parts.add(new Part(Kind.FOLDERS, null));
        }
        int at = pattern.startsWith("/") ? 1 : 0;
        while (at < pattern.length()) {
            at = addPart(pattern, at);
        }
    }

    private int addPart(String pattern, int at) {
        char c = pattern.charAt(at);
        if (pattern.startsWith("**/", at)) {
            parts.add(new Part(Kind.FOLDERS, null));
            return at + 3;
        }
        if (pattern.startsWith("**", at)) {
            parts.add(new Part(Kind.TWO_STARS, null));
            return at + 2;
        }
        if (c == '*') {
            parts.add(new Part(Kind.STAR, null));
            return at + 1;
        }
        if (c == '?') {
            parts.add(new Part(Kind.ONE, other -> other != '/'));
            return at + 1;
        }
        if (c == '[') {
            int end = pattern.indexOf(']', at + 2);
            if (end < 0) {
                throw new PatternSyntaxException("a bracket is not closed", pattern, at);
            }
            Pattern some = Pattern.compile(oneOf(pattern.substring(at + 1, end)));
            parts.add(new Part(
                    Kind.ONE, other -> some.matcher(Character.toString(other)).matches()));
            return end + 1;
        }
        int from = at + (c == '\\' && at + 1 < pattern.length() ? 1 : 0);
        int literal = pattern.codePointAt(from);
        parts.add(new Part(Kind.ONE, other -> other == literal));
        return from + Character.charCount(literal);
    }

    private static String oneOf(String characters) {
        boolean not = characters.startsWith("!") || characters.startsWith("^");
        String plain = (not ? characters.substring(1) : characters).replaceAll("[\\[\\]&^\\\\]", "\\\\$0");
        return "[" + (not ? "^/" : "") + plain + "]";
    }

    boolean fits(String name) {
        Ways ways = new Ways();
        ways.enter(0);
        for (int at = 0; at < name.length(); ) {
            int c = name.codePointAt(at);
            ways = ways.after(c);
            if (ways.none()) {
                return false;
            }
            at += Character.charCount(c);
        }
        return ways.before.get(parts.size());
    }

    /** The parts that may come next. */
    private final class Ways {
        private final BitSet before = new BitSet();
        /** In the middle of a folder's name. */
        private final BitSet within = new BitSet();

        void enter(int part) {
            int at = part;
            before.set(at);
            while (at < parts.size() && parts.get(at).kind() != Kind.ONE) {
                if (parts.get(at).kind() == Kind.FOLDERS) {
                    within.set(at);
                }
                at++;
                before.set(at);
            }
        }

        Ways after(int c) {
            Ways next = new Ways();
            for (int at = within.nextSetBit(0); at >= 0; at = within.nextSetBit(at + 1)) {
                next.within.set(at);
                if (c == '/') {
                    next.enter(at + 1);
                }
            }
            int end = parts.size();
            for (int at = before.nextSetBit(0); at >= 0 && at < end; at = before.nextSetBit(at + 1)) {
                Part part = parts.get(at);
                if (part.kind() == Kind.ONE && part.one().have(c)) {
                    next.enter(at + 1);
                } else if (part.kind() == Kind.TWO_STARS || (part.kind() == Kind.STAR && c != '/')) {
                    next.enter(at);
                }
            }
            return next;
        }

        boolean none() {
            return before.isEmpty() && within.isEmpty();
        }
    }
}
