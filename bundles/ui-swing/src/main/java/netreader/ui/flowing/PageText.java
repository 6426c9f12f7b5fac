package netreader.ui.flowing;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of a page in paragraphs, whatever width it is set in later. Offsets are those of {@link #text}, in which a line
 * end stands between paragraphs, and two where the source has an empty line.
 */
record PageText(String text, List<Paragraph> paragraphs) {
    static final PageText EMPTY = new PageText("", List.of());

    /**
     * @param indent columns before it in the source, for verse; 0 for prose
     * @param goesOn whether it began on the page before
     */
    record Paragraph(int start, int end, int indent, boolean afterBlank, boolean goesOn) {}

    PageText {
        paragraphs = List.copyOf(paragraphs);
    }

    /**
     * @param source as the server cut it
     * @param inLine whether it begins in the middle of a line, where no paragraph begins
     */
    static PageText of(String source, boolean inLine) {
        StringBuilder text = new StringBuilder(source.length());
        List<Paragraph> paragraphs = new ArrayList<>();
        boolean goesOn = inLine && !source.startsWith("\n") && !source.startsWith("\r");
        for (Paragraphs.Paragraph paragraph : Paragraphs.of(source)) {
            if (text.length() > 0) {
                text.append(paragraph.afterBlank() ? "\n\n" : "\n");
            }
            int start = text.length();
            text.append(paragraph.text());
            paragraphs.add(new Paragraph(start, text.length(), paragraph.indent(), paragraph.afterBlank(), goesOn));
            goesOn = false;
        }
        return new PageText(text.toString(), paragraphs);
    }

    String text(Paragraph paragraph) {
        return text.substring(paragraph.start(), paragraph.end());
    }

    /** The paragraph that holds the offset, or the one before it between two; the first one of a page without any before. */
    Paragraph paragraphAt(int offset) {
        int low = 0;
        int high = paragraphs.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (paragraphs.get(middle).start() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return paragraphs.get(low);
    }
}
