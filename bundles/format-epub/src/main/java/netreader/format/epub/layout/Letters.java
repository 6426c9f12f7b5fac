package netreader.format.epub.layout;

import com.openhtmltopdf.extend.FontContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.TextRenderer;
import com.openhtmltopdf.render.FSFont;
import com.openhtmltopdf.render.FSFontMetrics;
import com.openhtmltopdf.render.JustificationInfo;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.GlyphVector;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.Point2D;
import java.text.AttributedString;

/**
 * Measures and paints text. Where each character is by itself, widths are added up, which is what makes a book of some
 * megabytes bearable; scripts whose letters join go to the JDK's own text layout.
 */
final class Letters implements TextRenderer {
    static final Letters INSTANCE = new Letters();

    private Letters() {}

    @Override
    public int getWidth(FontContext context, FSFont font, String text) {
        return Math.round(width((FontStack) font, text, 0, 0));
    }

    /**
     * @param perSpace added to each space, in dots
     * @param perLetter added to each other character, in dots
     */
    float width(FontStack font, String text, float perSpace, float perLetter) {
        if (isJoined(text)) {
            return text.isEmpty() ? 0 : layout(font, text, false).getAdvance();
        }
        float width = 0;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            width += font.width(character) + (isSpace(character) ? perSpace : perLetter);
            i += Character.charCount(character);
        }
        return width;
    }

    /** @param rightToLeft whether all of the text runs that way */
    void paint(
            Graphics2D graphics,
            FontStack font,
            String text,
            float x,
            float y,
            boolean rightToLeft,
            float perSpace,
            float perLetter) {
        if (isJoined(text)) {
            layout(font, text, rightToLeft).draw(graphics, x, y);
            return;
        }
        float at = x;
        for (int from = 0; from < text.length(); ) {
            Font first = font.fontOf(text.codePointAt(from));
            int to = endOfRun(font, text, from);
            at += paintRun(graphics, font, first, text.substring(from, to), at, y, perSpace, perLetter);
            from = to;
        }
    }

    /** Where the characters end that are painted in the font of the first one. */
    private static int endOfRun(FontStack stack, String text, int from) {
        Font first = stack.fontOf(text.codePointAt(from));
        int to = from;
        while (to < text.length() && stack.fontOf(text.codePointAt(to)).equals(first)) {
            to += Character.charCount(text.codePointAt(to));
        }
        return to;
    }

    private static float paintRun(
            Graphics2D graphics,
            FontStack stack,
            Font font,
            String text,
            float x,
            float y,
            float perSpace,
            float perLetter) {
        int[] characters = text.codePoints().toArray();
        GlyphVector glyphs = font.createGlyphVector(Fonts.CONTEXT, text);
        float at = 0;
        if (glyphs.getNumGlyphs() == characters.length) {
            for (int i = 0; i < characters.length; i++) {
                glyphs.setGlyphPosition(i, new Point2D.Float(at, 0));
                at += stack.width(characters[i]) + (isSpace(characters[i]) ? perSpace : perLetter);
            }
        }
        graphics.drawGlyphVector(glyphs, x, y);
        return at;
    }

    private static boolean isSpace(int character) {
        return character == ' ' || character == '\u00a0' || character == '\u3000';
    }

    /** Whether glyphs depend on their neighbours. */
    private static boolean isJoined(String text) {
        if (text.codePointCount(0, text.length()) < 2) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '\u0300' && !isAlone(text.charAt(i))) {
                return Font.textRequiresLayout(text.toCharArray(), i, text.length());
            }
        }
        return false;
    }

    /** Punctuation, ideographs, kana, hangul: so common that it is worth to know them without asking. */
    private static boolean isAlone(char c) {
        return (c >= '\u2010' && c <= '\u2027')
                || (c >= '\u2e80' && c <= '\ua4cf')
                || (c >= '\uac00' && c <= '\ud7a3')
                || (c >= '\uff00' && c <= '\uffef');
    }

    private static TextLayout layout(FontStack font, String text, boolean rightToLeft) {
        AttributedString attributed = new AttributedString(text);
        for (int from = 0; from < text.length(); ) {
            int to = endOfRun(font, text, from);
            attributed.addAttribute(TextAttribute.FONT, font.fontOf(text.codePointAt(from)), from, to);
            from = to;
        }
        if (rightToLeft) {
            attributed.addAttribute(TextAttribute.RUN_DIRECTION, TextAttribute.RUN_DIRECTION_RTL);
        }
        return new TextLayout(attributed.getIterator(), Fonts.CONTEXT);
    }

    @Override
    public FSFontMetrics getFSFontMetrics(FontContext context, FSFont font, String text) {
        return ((FontStack) font).metrics();
    }

    /** For what the layout itself writes, such as the numbers of lists. */
    @Override
    public void drawString(OutputDevice device, String text, float x, float y) {
        Brush brush = (Brush) device;
        paint(brush.graphics(), brush.font(), text, x, y, false, 0, 0);
    }

    @Override
    public void drawString(OutputDevice device, String text, float x, float y, JustificationInfo spacing) {
        Brush brush = (Brush) device;
        paint(brush.graphics(), brush.font(), text, x, y, false, spacing.getSpaceAdjust(), spacing.getNonSpaceAdjust());
    }
}
