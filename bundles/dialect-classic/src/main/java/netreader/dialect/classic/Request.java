package netreader.dialect.classic;

/**
 * A request of the report.
 *
 * @param type '0' to '3'
 * @param argument a name or a page; empty for '3'
 */
record Request(char type, String argument) {
    static final char DOWNLOAD = '0';
    static final char OPEN = '1';
    static final char PAGE = '2';
    static final char CLOSE = '3';

    static Request parse(String text) throws RequestException {
        String line = withoutLineEnd(text);
        if (!line.isEmpty() && line.charAt(0) == CLOSE) {
            return new Request(CLOSE, ""); // as in the report, whatever follows
        }
        if (line.isEmpty() || line.charAt(0) < DOWNLOAD || line.charAt(0) > PAGE) {
            throw new RequestException("A request begins with 0, 1, 2 or 3");
        }
        if (line.length() < 3 || line.charAt(1) != ' ') {
            throw new RequestException("After " + line.charAt(0) + " come a space and "
                    + (line.charAt(0) == PAGE ? "the number of a page" : "the name of a file"));
        }
        return new Request(line.charAt(0), line.substring(2));
    }

    /** Who types at a terminal ends the line; no name on the shelf ends so. */
    private static String withoutLineEnd(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(0, end);
    }

    /**
     * The argument as the number of a page.
     *
     * @return 0 for the next page; the largest int for whatever is larger
     */
    int page() throws RequestException {
        String digits = argument.strip();
        if (!digits.matches("[0-9]+")) {
            throw new RequestException("A page is a number, 1 for the first page or 0 for the next one");
        }
        String significant = digits.replaceFirst("^0+(?=.)", "");
        return significant.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(significant);
    }
}
