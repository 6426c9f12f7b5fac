package netreader.ui.flowing;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import netreader.ui.look.Fonts;

/**
 * Sets pages of text in lines of one width. Any thread; a page of some thousand characters takes a few milliseconds.
 *
 * @param em size of the font in units of the screen
 * @param width of a line in the same
 * @param headings paragraphs that are set larger and in the middle
 * @param fonts how many were known when it was made: with others a text may look different
 */
record Typesetter(TextStyle style, float em, int width, Set<String> headings, int fonts) {
    /** Printers' measures differ from the screen's by rounding; fractional ones hold at every scale. */
    static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private static final float HEADING = 1.25f;
    private static final float HEADING_LEADING = 1.4f;
    private static final float BEFORE_HEADING = 1.2f;
    private static final float AFTER_HEADING = 0.9f;
    /** Added to the distance of paragraphs where the source has an empty line. */
    private static final float EMPTY_LINE = 0.4f;

    private static final int INDENT_EM = 2;
    private static final int LARGEST_INDENT_EM = 8;
    /** From the baseline to the top of an ideograph. */
    private static final float ASCENT = 0.86f;

    /** Breaks one paragraph; offsets count from its start. */
    interface Lines {
        /** The first offset that has no room in a line that begins at {@code start}; greater than that. */
        int fit(int start, float room);

        /** @param justified whether the line is to be as wide as the room, where that looks well */
        LineRun line(int start, int end, float room, boolean justified);

        boolean rightToLeft();
    }

    TextBlock set(PageText page) {
        boolean chinese = Fonts.hasIdeographs(page.text());
        Font font = Fonts.text(style.family(), page.text(), em);
        List<TextBlock.Line> lines = new ArrayList<>();
        float y = 0;
        boolean afterHeading = false;
        for (PageText.Paragraph paragraph : page.paragraphs()) {
            String text = page.text(paragraph);
            boolean heading = !paragraph.goesOn() && headings.contains(text);
            if (!lines.isEmpty() && !afterHeading) {
                float empty = paragraph.afterBlank() ? EMPTY_LINE : 0;
                y += heading ? em * BEFORE_HEADING : em * (style.paragraphs() / 100f + empty);
            }
            if (heading) {
                y = setHeading(text, paragraph.start(), font, y, lines) + em * AFTER_HEADING;
            } else {
                y = setBody(text, paragraph, font, chinese, y, lines);
            }
            afterHeading = heading;
        }
        return new TextBlock(page, lines, y);
    }

    private float setBody(
            String text,
            PageText.Paragraph paragraph,
            Font font,
            boolean chinese,
            float top,
            List<TextBlock.Line> lines) {
        float height = em * style.lines() / 100f;
        float baseline = (height - em) / 2 + em * ASCENT;
        float all = allIndent(text, paragraph, chinese);
        float first = paragraph.goesOn() ? 0 : firstIndent(text, paragraph, chinese);
        Lines setter = lines(text, font);
        float y = top;
        int start = 0;
        while (start < text.length()) {
            float indent = Math.min(width / 2f, all + (start == 0 ? first : 0));
            float room = width - indent;
            int end = LineBreaks.before(text, start, setter.fit(start, room), text.length());
            LineRun run = setter.line(start, end, room, style.justified() && end < text.length());
            float x = setter.rightToLeft() ? room - run.width() : indent;
            int offset = paragraph.start();
            lines.add(new TextBlock.Line(offset + start, offset + end, x, y, height, y + baseline, run));
            y += height;
            start = end;
        }
        return y;
    }

    /** Chinese prose begins two ideographs in, however it was typed. */
    private float firstIndent(String text, PageText.Paragraph paragraph, boolean chinese) {
        return style.indented() && prose(text, paragraph, chinese) ? INDENT_EM * em : 0;
    }

    /** Other text keeps the indent of its source. */
    private float allIndent(String text, PageText.Paragraph paragraph, boolean chinese) {
        return prose(text, paragraph, chinese) ? 0 : Math.min(LARGEST_INDENT_EM * em, paragraph.indent() * em / 2);
    }

    private static boolean prose(String text, PageText.Paragraph paragraph, boolean chinese) {
        boolean quoted = "“‘".indexOf(text.charAt(0)) >= 0 && Fonts.hasIdeographs(text);
        return Fonts.wide(text.codePointAt(0)) || quoted || (chinese && paragraph.indent() > 0);
    }

    private float setHeading(String text, int offset, Font font, float top, List<TextBlock.Line> lines) {
        Font large = font.deriveFont(Font.BOLD, em * HEADING);
        float height = em * HEADING * HEADING_LEADING;
        float baseline = (height - em * HEADING) / 2 + em * HEADING * ASCENT;
        Lines setter = lines(text, large);
        float y = top;
        int start = 0;
        while (start < text.length()) {
            int end = LineBreaks.before(text, start, setter.fit(start, width), text.length());
            LineRun run = setter.line(start, end, width, false);
            float x = (width - run.width()) / 2;
            lines.add(new TextBlock.Line(offset + start, offset + end, x, y, height, y + baseline, run));
            y += height;
            start = end;
        }
        return y;
    }

    private static Lines lines(String text, Font font) {
        char[] characters = text.toCharArray();
        return Font.textRequiresLayout(characters, 0, characters.length)
                ? new ShapedLines(text, font)
                : new PlainLines(text, font);
    }
}
