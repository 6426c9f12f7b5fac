package netreader.ui.flowing;

import java.awt.Font;
import java.awt.font.GlyphVector;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.HashMap;
import java.util.Map;

/**
 * A paragraph with one glyph for each character. Signs that are blank on one side give that side away at the ends of a line
 * and before another such sign, as in printed Chinese.
 */
final class PlainLines implements Typesetter.Lines {
    private static final String CLOSING = "。，、；：！？」』）】》〉〕”’．";
    private static final String OPENING = "（「『【《〈〔“‘";
    private static final String JOINED = "—…‥─";
    private static final float TAB_EM = 2;
    /** Wider than this between two characters, or two words, looks worse than a ragged edge. */
    private static final float WIDEST_GAP_EM = 0.5f;

    private static final float WIDEST_BLANK_EM = 0.8f;
    /** What a sign keeps of its blank side. */
    private static final float KEPT_EM = 0.04f;

    private final String text;
    private final Font font;
    private final float em;
    private final float[] advances;
    /** How far a glyph moves left of its place because its blank left side was given away. */
    private final float[] shifts;

    private final Map<Character, Float> blanks = new HashMap<>();

    PlainLines(String text, Font font) {
        this.text = printable(text);
        this.font = font;
        this.em = font.getSize2D();
        int length = text.length();
        advances = new float[length];
        shifts = new float[length];
        GlyphVector glyphs = font.createGlyphVector(Typesetter.CONTEXT, this.text);
        float[] positions = glyphs.getGlyphPositions(0, length + 1, null);
        for (int i = 0; i < length; i++) {
            advances[i] = text.charAt(i) == '\t' ? TAB_EM * em : positions[2 * i + 2] - positions[2 * i];
        }
        for (int i = 0; i + 1 < length; i++) {
            squeeze(i);
        }
    }

    /** Without characters that some fonts draw as boxes. */
    static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            printable.append(Character.isISOControl(c) || c == '\uFEFF' || c == '\u00AD' ? ' ' : c);
        }
        return printable.toString();
    }

    /** Between two signs of which the first is blank behind, or both are blank before. */
    private void squeeze(int i) {
        char here = text.charAt(i);
        char next = text.charAt(i + 1);
        if (CLOSING.indexOf(here) >= 0 && (CLOSING.indexOf(next) >= 0 || OPENING.indexOf(next) >= 0)) {
            advances[i] -= blank(here);
        } else if (OPENING.indexOf(here) >= 0 && OPENING.indexOf(next) >= 0) {
            shifts[i + 1] = blank(next);
            advances[i + 1] -= shifts[i + 1];
        }
    }

    /** How much of a sign's blank side can be given away; 0 for one that is not as wide as an ideograph. */
    private float blank(char sign) {
        return blanks.computeIfAbsent(sign, this::measureBlank);
    }

    private float measureBlank(char sign) {
        GlyphVector glyph = font.createGlyphVector(Typesetter.CONTEXT, new char[] {sign});
        float advance = (float) glyph.getGlyphPosition(1).getX();
        if (advance < em * 0.9f) {
            return 0;
        }
        Rectangle2D ink = glyph.getVisualBounds();
        double side = CLOSING.indexOf(sign) >= 0 ? advance - ink.getMaxX() : ink.getMinX();
        float given = Math.min(em / 2, (float) side - em * KEPT_EM);
        return given < em * 0.25f ? 0 : given;
    }

    /** What the sign at the end of a line gives away. */
    private float endBlank(int end) {
        char last = text.charAt(end - 1);
        // A squeezed one has given it away already, but then it stands before another sign that is now on the next
        // line.
        return CLOSING.indexOf(last) >= 0 && advances[end - 1] > em * 0.9f ? blank(last) : 0;
    }

    private float startBlank(int start) {
        char first = text.charAt(start);
        return start > 0 && OPENING.indexOf(first) >= 0 && shifts[start] == 0 ? blank(first) : 0;
    }

    @Override
    public int fit(int start, float room) {
        float x = -startBlank(start);
        int at = start;
        while (at < text.length()) {
            x += advances[at];
            at++;
            if (x - endBlank(at) > room + 0.01f) {
                return Math.max(start + 1, at - 1);
            }
        }
        return at;
    }

    @Override
    public LineRun line(int start, int end, float room, boolean justified) {
        int last = end;
        while (last > start + 1 && LineBreaks.isBlank(text.charAt(last - 1))) {
            last--;
        }
        float lead = startBlank(start);
        float slack = room + lead + endBlank(last);
        for (int i = start; i < last; i++) {
            slack -= advances[i];
        }
        float gap = justified && slack > 0 ? gap(start, last, slack) : 0;
        float[] edges = new float[end - start + 1];
        GlyphVector glyphs = font.createGlyphVector(Typesetter.CONTEXT, text.substring(start, end));
        float x = -lead;
        for (int i = start; i < end; i++) {
            edges[i - start] = Math.max(0, x);
            glyphs.setGlyphPosition(i - start, new Point2D.Float(x - shifts[i], 0));
            x += advances[i] + (i + 1 < last && gapAfter(i, start, last) ? gap : 0);
        }
        edges[end - start] = x;
        glyphs.setGlyphPosition(end - start, new Point2D.Float(x, 0));
        return new LineRun.Glyphs(glyphs, edges);
    }

    /** What every place that can be widened gets; 0 where it would be too much. */
    private float gap(int start, int last, float slack) {
        int gaps = 0;
        boolean ideographs = false;
        for (int i = start; i + 1 < last; i++) {
            if (gapAfter(i, start, last)) {
                gaps++;
                ideographs |= !LineBreaks.isBlank(text.charAt(i));
            }
        }
        float gap = gaps == 0 ? 0 : slack / gaps;
        return gap > em * (ideographs ? WIDEST_GAP_EM : WIDEST_BLANK_EM) ? 0 : gap;
    }

    private boolean gapAfter(int i, int start, int last) {
        char here = text.charAt(i);
        char next = text.charAt(i + 1);
        if (LineBreaks.isBlank(here)) {
            return i > start && i + 1 < last;
        }
        if (LineBreaks.isBlank(next) || (JOINED.indexOf(here) >= 0 && here == next)) {
            return false;
        }
        return LineBreaks.ideographic(here) || LineBreaks.ideographic(next);
    }

    @Override
    public boolean rightToLeft() {
        return false;
    }
}
