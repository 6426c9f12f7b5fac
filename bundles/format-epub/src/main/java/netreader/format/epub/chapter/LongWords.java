package netreader.format.epub.chapter;

/** Lets words end that are longer than any: the layout tries each of their characters again for each line. */
final class LongWords {
    /** Longer than addresses of web pages are. */
    private static final int LONGEST = 1000;

    private LongWords() {}

    /** The text with zero-width spaces, which have no position, in words that are too long. */
    static String broken(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        StringBuilder broken = new StringBuilder(text.length());
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            length = Character.isWhitespace(c) || Character.isIdeographic(c) ? 0 : length + 1;
            if (length > LONGEST && !Character.isLowSurrogate(c)) {
                broken.append('\u200b');
                length = 1;
            }
            broken.append(c);
        }
        return broken.toString();
    }
}
