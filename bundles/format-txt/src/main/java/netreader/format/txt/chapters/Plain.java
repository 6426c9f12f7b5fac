package netreader.format.txt.chapters;

/** Folds what is written wide, as Chinese texts do, to what rules are written for; characters keep their places. */
final class Plain {
    private Plain() {}

    /** The line without the blanks around it, full-width forms and all blanks folded. */
    static String line(String line) {
        StringBuilder plain = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            plain.append(character(line.charAt(i)));
        }
        return plain.toString().strip();
    }

    static char character(char c) {
        if (c < 0x80) {
            return c == '\t' ? ' ' : c;
        }
        if (c >= '！' && c <= '～') {
            return (char) (c - '！' + '!');
        }
        return isBlank(c) ? ' ' : c == '︰' ? ':' : c;
    }

    /** Whether it may stand before a heading without being seen. */
    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u3000' || c == '\u00A0' || c == '\uFEFF' || c == '\u200B' || c == '\f';
    }
}
