package netreader.format.txt.paging;

/** How good a place between two characters is for the end of a page; the later, the better. */
enum Break {
    NEVER,
    INSIDE_A_COMBINING_SEQUENCE,
    BETWEEN_CHARACTERS,
    AFTER_A_SPACE,
    AFTER_A_SENTENCE,
    AFTER_A_LINE;

    private static final String SENTENCE_ENDS = ".!?。！？…︒．;；";
    private static final String CLOSING = "\"')]’”」』）》〉】〕";
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int NEXT_LINE = 0x85;

    /**
     * @param beforeLast the code point before {@code last}, 0 if there is none
     * @param last the code point that would end the page
     * @param next the code point that would begin the next page, 0 if there is none
     */
    static Break between(int beforeLast, int last, int next) {
        if (last == '\r' && next == '\n') {
            return NEVER;
        }
        if (last == '\n' || last == '\r' || last == NEXT_LINE || last == 0x2028 || last == 0x2029) {
            return AFTER_A_LINE;
        }
        if (combines(next) || last == ZERO_WIDTH_JOINER) {
            return INSIDE_A_COMBINING_SEQUENCE;
        }
        if (endsSentence(beforeLast, last, next)) {
            return AFTER_A_SENTENCE;
        }
        boolean space = Character.isWhitespace(last) && !Character.isWhitespace(next);
        return space ? AFTER_A_SPACE : BETWEEN_CHARACTERS;
    }

    private static boolean endsSentence(int beforeLast, int last, int next) {
        if (has(CLOSING, next) || has(SENTENCE_ENDS, next)) {
            return false;
        }
        // Western sentences end before a space, which belongs to the page that it ends; Chinese ones do not.
        if (has(SENTENCE_ENDS, last)) {
            return last > 0x7F;
        }
        if (has(CLOSING, last)) {
            return last > 0x7F && has(SENTENCE_ENDS, beforeLast);
        }
        return last == ' ' && next != ' ' && (has(SENTENCE_ENDS, beforeLast) || has(CLOSING, beforeLast));
    }

    private static boolean has(String set, int c) {
        return c != 0 && set.indexOf(c) >= 0;
    }

    private static boolean combines(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || c == ZERO_WIDTH_JOINER
                || (c >= 0x1F3FB && c <= 0x1F3FF);
    }
}
