package netreader.format.txt.chapters;

/**
 * A line that a rule takes for a heading.
 *
 * @param offset of the line
 * @param text the line without the blanks around it, or the part of it that the rule says is shown
 * @param set index of the rule set
 * @param rule index of the rule in its set
 * @param kind what is counted, such as 章; for a heading without a number, the text
 * @param number as written; empty without one
 * @param value what the number is, {@link Numerals#NONE} if it cannot be read
 * @param title what follows the number, may be empty
 * @param glued whether the title begins without a separator
 * @param unfinished bytes of the line before, if that stands right above and ends without a sign that ends a sentence;
 *     else 0
 * @param spaced whether a blank line, another candidate or nothing stands before it
 * @param bodyBefore bytes of other text before it in the file, without blanks
 */
record Candidate(
        long offset,
        String text,
        int set,
        int rule,
        String kind,
        String number,
        long value,
        String title,
        boolean glued,
        long unfinished,
        boolean spaced,
        long bodyBefore) {
    /** Whether a number that can be read counts it. */
    boolean counted() {
        return value != Numerals.NONE;
    }

    /** Whether its title may stand on the next line. */
    boolean isUntitled() {
        return counted() && title.isEmpty() && !kind.isEmpty();
    }

    /** The same in a table of contents and over the chapter. */
    String key() {
        return !counted() ? kind + number : kind + value;
    }
}
