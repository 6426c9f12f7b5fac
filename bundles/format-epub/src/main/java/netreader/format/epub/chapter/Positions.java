package netreader.format.epub.chapter;

/** Counts what has a position of its own. */
public final class Positions {
    private Positions() {}

    /** White space is laid out to more or less of it, and does not count. */
    public static int in(CharSequence text) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            if (counts(text.charAt(i))) {
                count++;
            }
        }
        return count;
    }

    public static boolean counts(char c) {
        return !Character.isWhitespace(c) && c != '\u00a0' && c != '\u200b';
    }
}
