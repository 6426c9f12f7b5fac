package netreader.format.epub.layout;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import netreader.format.Work;

/**
 * Where lines may end: as the JDK says, in front of the slashes of an address, and somewhere in a word that is longer than
 * any, of which the layout would try each character again for each line. Asked for each line, which is often enough to end a
 * layout that nobody wants any more. For one layout.
 */
final class LineEnds implements FSTextBreaker {
    /** Longer than addresses of web pages are. */
    private static final int LONGEST_WORD = 1000;

    /** The same of characters that may be joined, which are more work. */
    private static final int LONGEST_JOINED = 200;

    /** How much of the text is looked at in one go: more than a line has. */
    private static final int WINDOW = 2 * LONGEST_WORD;

    /** The JDK keeps the rules of one locale at a time, and the layout has asked for these. */
    private final BreakIterator pieces = BreakIterator.getLineInstance(Locale.US);

    private final Work work;
    private String text = "";
    private int windowStart;
    private int windowEnd;
    private int at;
    private int pieceEnd;

    LineEnds(Work work) {
        this.work = work;
    }

    /** @throws CancellationException if the work was cancelled */
    static void requireWanted(Work work) {
        if (work.cancelled()) {
            throw new CancellationException("Nobody waits for the layout any more");
        }
    }

    @Override
    public void setText(String newText) {
        requireWanted(work);
        text = newText;
        at = 0;
        pieceEnd = 0;
        look(0);
    }

    private void look(int from) {
        windowStart = from;
        windowEnd = Math.min(text.length(), from + WINDOW);
        pieces.setText(text.substring(windowStart, windowEnd));
    }

    @Override
    public int next() {
        if (at >= text.length()) {
            return BreakIterator.DONE;
        }
        if (at >= pieceEnd) {
            pieceEnd = pieceEnd();
        }
        at = end();
        return at;
    }

    /** What ends with the window may go on behind it, unless it fills the window. */
    private int pieceEnd() {
        int end = pieces.next();
        if (windowEnd < text.length() && windowStart < at && (end < 0 || windowStart + end == windowEnd)) {
            look(at);
            end = pieces.next();
        }
        return end < 0 ? text.length() : windowStart + end;
    }

    /** In front of a slash, or where the piece ends or is too long. */
    private int end() {
        int most = text.charAt(at) < '\u0300' ? LONGEST_WORD : LONGEST_JOINED;
        int end = Math.min(pieceEnd, at + most);
        for (int i = at + 1; i < Math.min(end, pieceEnd - 1); i++) {
            if (text.charAt(i) == '/' && "/:".indexOf(text.charAt(i - 1)) < 0) {
                return i;
            }
        }
        return end < pieceEnd && Character.isLowSurrogate(text.charAt(end)) ? end + 1 : end;
    }
}
