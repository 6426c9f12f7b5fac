package netreader.ui.flowing;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import netreader.ui.look.Fonts;

/** Text broken into lines of one width, ready to be painted. */
record TextBlock(List<Line> lines, float height) {
    static final TextBlock EMPTY = new TextBlock(List.of(), 0);

    private static final float LEADING = 1.65f;
    private static final float HEADING = 1.2f;
    private static final int LARGEST_INDENT_EM = 8;
    // Printers' measures differ from the screen's by rounding; fractional ones hold at every scale.
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    /**
     * @param y of the baseline, from the block's top
     * @param paragraph the text that the line is a part of
     * @param start of the line in it
     */
    record Line(TextLayout layout, float x, float y, String paragraph, int start) {}

    /**
     * @param first of the first line, beside that of all
     * @param all of every line
     */
    private record Indents(float first, float all) {}

    TextBlock {
        lines = List.copyOf(lines);
    }

    /**
     * @param inLine whether the text begins in the middle of a line, where no paragraph begins
     * @param headings paragraphs that are set larger and in the middle
     */
    static TextBlock set(String text, boolean inLine, float fontSize, int width, Set<String> headings) {
        boolean chinese = Fonts.hasIdeographs(text);
        Font font = Fonts.serif(text, fontSize);
        List<Line> lines = new ArrayList<>();
        float y = 0;
        boolean first = true;
        for (Paragraphs.Paragraph paragraph : Paragraphs.of(text)) {
            boolean heading = headings.contains(paragraph.text());
            float gap = paragraph.afterBlank() || heading ? 0.7f : chinese ? 0.35f : 0f;
            y += first ? 0 : fontSize * gap;
            boolean goesOn = first && inLine && !text.startsWith("\n");
            first = false;
            if (heading && !goesOn) {
                y = setHeading(paragraph.text(), font, width, y, lines);
            } else {
                y = setBody(paragraph, font, width, y, indents(paragraph, font, chinese, goesOn), lines);
            }
        }
        return new TextBlock(lines, y);
    }

    private static float setBody(
            Paragraphs.Paragraph paragraph, Font font, int width, float top, Indents indents, List<Line> lines) {
        float em = font.getSize2D();
        float y = top;
        LineBreakMeasurer measurer = measurer(paragraph.text(), font);
        int length = paragraph.text().length();
        while (measurer.getPosition() < length) {
            int start = measurer.getPosition();
            float x = indents.all() + (start == 0 ? indents.first() : 0);
            TextLayout layout = measurer.nextLayout(width - x);
            boolean last = measurer.getPosition() >= length;
            // A line that is almost full gets its last sliver of width, so that the right edge is straight.
            if (!last && layout.getVisibleAdvance() > (width - x) * 0.85) {
                layout = layout.getJustifiedLayout(width - x);
            }
            lines.add(new Line(layout, x, y + em * 1.15f, paragraph.text(), start));
            y += em * LEADING;
        }
        return y;
    }

    private static Indents indents(Paragraphs.Paragraph paragraph, Font font, boolean chinese, boolean goesOn) {
        float em = font.getSize2D();
        // Chinese prose begins two ideographs in, however it was typed; other text keeps its own indent.
        if (Fonts.wide(paragraph.text().codePointAt(0)) || (chinese && paragraph.indent() > 0)) {
            return new Indents(goesOn ? 0 : 2 * em, 0);
        }
        return new Indents(0, Math.min(LARGEST_INDENT_EM * em, paragraph.indent() * em / 2));
    }

    private static float setHeading(String text, Font font, int width, float top, List<Line> lines) {
        Font large = font.deriveFont(Font.BOLD, font.getSize2D() * HEADING);
        float em = large.getSize2D();
        float y = top + em * 0.6f;
        LineBreakMeasurer measurer = measurer(text, large);
        while (measurer.getPosition() < text.length()) {
            int start = measurer.getPosition();
            TextLayout layout = measurer.nextLayout(width);
            lines.add(new Line(layout, (width - layout.getVisibleAdvance()) / 2, y + em * 1.15f, text, start));
            y += em * LEADING;
        }
        return y + em * 0.5f;
    }

    private static LineBreakMeasurer measurer(String text, Font font) {
        AttributedString attributed = new AttributedString(text);
        attributed.addAttribute(TextAttribute.FONT, font);
        return new LineBreakMeasurer(attributed.getIterator(), CONTEXT);
    }

    void paint(Graphics2D g, float x, float y, Rectangle clip) {
        for (Line line : lines) {
            float baseline = y + line.y();
            float reach = line.layout().getAscent() * 2;
            if (baseline + reach >= clip.y && baseline - reach <= clip.y + clip.height) {
                line.layout().draw(g, x + line.x(), baseline);
            }
        }
    }
}
