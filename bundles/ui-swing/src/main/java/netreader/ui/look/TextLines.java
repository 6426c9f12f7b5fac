package netreader.ui.look;

import java.awt.FontMetrics;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;

/** Breaks a short text into a few lines, the last of which ends in an ellipsis if there is more. */
public final class TextLines {
    private static final String ELLIPSIS = "…";

    private TextLines() {}

    public static List<String> of(String text, FontMetrics metrics, int width, int limit) {
        BreakIterator breaks = BreakIterator.getLineInstance();
        breaks.setText(text);
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            if (lines.size() == limit - 1) {
                lines.add(cut(text.substring(start).strip(), metrics, width));
                return lines;
            }
            int end = lineEnd(text, start, breaks, metrics, width);
            lines.add(text.substring(start, end).strip());
            start = end;
        }
        return lines;
    }

    private static int lineEnd(String text, int start, BreakIterator breaks, FontMetrics metrics, int width) {
        int end = start;
        int candidate = breaks.following(start);
        while (candidate != BreakIterator.DONE
                && metrics.stringWidth(text.substring(start, candidate).strip()) <= width) {
            end = candidate;
            candidate = breaks.next();
        }
        if (end > start) {
            return end;
        }
        // A word that is wider than the line is broken where the line ends.
        end = text.offsetByCodePoints(start, 1);
        while (end < text.length()
                && metrics.stringWidth(text.substring(start, text.offsetByCodePoints(end, 1))) <= width) {
            end = text.offsetByCodePoints(end, 1);
        }
        return end;
    }

    /** Whether no word is wider than a line. */
    public static boolean wholeWords(String text, FontMetrics metrics, int width) {
        BreakIterator breaks = BreakIterator.getLineInstance();
        breaks.setText(text);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (metrics.stringWidth(text.substring(start, end).strip()) > width) {
                return false;
            }
            start = end;
        }
        return true;
    }

    public static String cut(String text, FontMetrics metrics, int width) {
        if (metrics.stringWidth(text) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 0 && metrics.stringWidth(text.substring(0, end).strip() + ELLIPSIS) > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).strip() + ELLIPSIS;
    }
}
