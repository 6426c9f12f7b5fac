package netreader.format.epub.chapter;

/** Letters with more marks than any script puts on one: the JDK takes seconds to pile some hundred of them up. */
final class Marks {
    /** As many as Unicode's stream-safe text has (UAX 15, section 13). */
    private static final int MOST = 30;

    private Marks() {}

    /** The text without the marks that are too many. */
    static String bounded(String text) {
        int marks = 0;
        for (int i = 0; i < text.length(); i++) {
            marks = isMark(text.charAt(i)) ? marks + 1 : 0;
            if (marks > MOST) {
                return without(text);
            }
        }
        return text;
    }

    private static String without(String text) {
        StringBuilder bounded = new StringBuilder(text.length());
        int marks = 0;
        for (int i = 0; i < text.length(); i++) {
            marks = isMark(text.charAt(i)) ? marks + 1 : 0;
            if (marks <= MOST) {
                bounded.append(text.charAt(i));
            }
        }
        return bounded.toString();
    }

    private static boolean isMark(char c) {
        return c >= '\u0300' && Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
