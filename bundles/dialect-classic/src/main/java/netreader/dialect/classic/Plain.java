package netreader.dialect.classic;

import java.util.Set;

/** Text from elsewhere, made fit for a place that is limited. */
final class Plain {
    /** With it one read of 1,024 bytes brings an answer whole. */
    static final int MAX_ANSWER_BYTES = 960;

    private static final int MAX_LOG_BYTES = 300;

    /** A name in the log may not look like another line, nor turn one around. */
    private static final Set<Byte> HARMFUL = Set.of(
            Character.CONTROL,
            Character.FORMAT,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR,
            Character.SURROGATE);

    private Plain() {}

    static String forLog(String text) {
        return shortened(text, MAX_LOG_BYTES);
    }

    /** One line that is short enough for an answer. */
    static String line(String text) {
        return shortened(text, MAX_ANSWER_BYTES);
    }

    private static String shortened(String text, int maxBytes) {
        StringBuilder plain = new StringBuilder();
        text.codePoints()
                .map(c -> HARMFUL.contains((byte) Character.getType(c)) ? '?' : c)
                .forEach(plain::appendCodePoint);
        int end = charsWithin(plain, maxBytes);
        return end == plain.length() ? plain.toString() : plain.substring(0, charsWithin(plain, maxBytes - 3)) + "…";
    }

    /** How many chars from the start of the text have so many bytes in UTF-8 at the most; whole characters only. */
    static int charsWithin(CharSequence text, int maxBytes) {
        int bytes = 0;
        int end = 0;
        while (end < text.length()) {
            int c = Character.codePointAt(text, end);
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            if (bytes > maxBytes) {
                break;
            }
            end += Character.charCount(c);
        }
        return end;
    }
}
