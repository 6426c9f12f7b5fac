package netreader.format.txt.chapters;

/** Tells by its last character whether a line ends a paragraph. */
final class ParagraphEnd {
    private static final String GOES_ON = "，,、";

    private ParagraphEnd() {}

    /** @param line not empty, without blanks around it */
    static boolean endsOne(String line) {
        char last = line.charAt(line.length() - 1);
        return !Character.isLetterOrDigit(last) && GOES_ON.indexOf(last) < 0;
    }
}
