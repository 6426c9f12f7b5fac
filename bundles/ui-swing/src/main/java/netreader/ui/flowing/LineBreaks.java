package netreader.ui.flowing;

import netreader.ui.look.Fonts;

/**
 * Where a line may end: between ideographs unless a rule of Chinese and Japanese setting (kinsoku) forbids it, after the
 * blanks and hyphens of other scripts, and never within what is read as one character.
 */
final class LineBreaks {
    /** No line begins with one of these. */
    private static final String NOT_FIRST =
            "。，、！？；：」』）】》〉〕｝］”’…‥—～·・．％‰℃°′″￠" + "!),.:;?]}%»›" + "ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々〻ヽヾゝゞ";

    /** No line ends with one of these. */
    private static final String NOT_LAST = "（「『【《〈〔｛［“‘([{«‹￥＄￡$£¥€＃№";

    private static final int JOINER = 0x200D;

    private LineBreaks() {}

    /**
     * The best end of a line.
     *
     * @param start of the line
     * @param fit the first offset that has no room in it, greater than {@code start}
     * @param end of the paragraph
     * @return greater than {@code start}, and not greater than {@code fit} apart from blanks that hang over the edge
     */
    static int before(CharSequence text, int start, int fit, int end) {
        int after = fit;
        while (after < end && isBlank(text.charAt(after))) {
            after++;
        }
        if (after >= end) {
            return end;
        }
        if (after > fit) {
            return after;
        }
        for (int at = fit; at > start; at--) {
            if (allowed(text, at, end)) {
                return at;
            }
        }
        // A word longer than a line.
        int at = fit;
        while (at > start + 1 && !betweenCharacters(text, at)) {
            at--;
        }
        while (at < end && !betweenCharacters(text, at)) {
            at++;
        }
        return at;
    }

    /** Whether a line may end before the offset, with text on both sides. */
    static boolean allowed(CharSequence text, int at, int end) {
        if (at <= 0 || at >= end || !betweenCharacters(text, at)) {
            return false;
        }
        int previous = Character.codePointBefore(text, at);
        int next = Character.codePointAt(text, at);
        if (isBlank(next) || forbidden(previous, next)) {
            return false;
        }
        if (isBlank(previous) || previous == 0x200B || previous == 0xAD) {
            return true;
        }
        if (ideographic(previous) || ideographic(next)) {
            return true;
        }
        boolean letters = Character.isLetter(next) && at > 1 && Character.isLetter(text.charAt(at - 2));
        return switch (previous) {
            case '-', '‐', '–', '/' -> letters;
            case '—' -> true;
            default -> false;
        };
    }

    private static boolean forbidden(int previous, int next) {
        if (previous == 0xA0 || next == 0xA0 || previous == 0x2060 || next == 0x2060 || previous == 0x202F) {
            return true;
        }
        boolean word = Character.isLetterOrDigit(previous) && !ideographic(previous);
        // A blank before a closing sign says that it is no sign of Chinese setting.
        boolean begins = NOT_FIRST.indexOf(next) >= 0 && (next != '—' || !word) && !isBlank(previous);
        return begins || (NOT_LAST.indexOf(previous) >= 0);
    }

    /** Whether the offset lies between two characters as a reader sees them. */
    static boolean betweenCharacters(CharSequence text, int at) {
        if (at <= 0 || at >= text.length()) {
            return true;
        }
        if (Character.isLowSurrogate(text.charAt(at)) && Character.isHighSurrogate(text.charAt(at - 1))) {
            return false;
        }
        int next = Character.codePointAt(text, at);
        int previous = Character.codePointBefore(text, at);
        return !isMark(next) && next != JOINER && previous != JOINER && !isModifier(next);
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    /** Skin tones, which follow an emoji. */
    private static boolean isModifier(int codePoint) {
        return codePoint >= 0x1F3FB && codePoint <= 0x1F3FF;
    }

    static boolean isBlank(int codePoint) {
        return codePoint == ' '
                || codePoint == '\t'
                || codePoint == 0x3000
                || codePoint == 0x2003
                || codePoint == 0x2002;
    }

    /** Characters with no blanks between them; Korean has blanks between its words. */
    static boolean ideographic(int codePoint) {
        boolean hangul = codePoint >= 0xAC00 && codePoint <= 0xD7AF;
        return (Fonts.wide(codePoint) && !hangul) || codePoint == '…' || codePoint == '⋯';
    }
}
