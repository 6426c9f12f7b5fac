package netreader.format.epub.layout;

import com.openhtmltopdf.render.FSFont;
import com.openhtmltopdf.render.FSFontMetrics;
import java.awt.Font;
import java.awt.font.LineMetrics;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A list of fonts of one size, of which each character takes the first that has it. One thread at a time. */
final class FontStack implements FSFont {
    private static final int BLOCK_BITS = 8;
    private static final int BLOCK = 1 << BLOCK_BITS;
    private static final int BLOCKS = 0x10000 >> BLOCK_BITS;

    private final Fonts fonts;
    private final List<Font> own;
    private final float size;
    private final Font[][] blocksOfFonts = new Font[BLOCKS][];
    private final float[][] blocksOfWidths = new float[BLOCKS][];
    private final Map<Integer, Font> otherFonts = new HashMap<>();
    private final Map<Integer, Float> otherWidths = new HashMap<>();
    private FSFontMetrics metrics;

    /** @param own at least one */
    FontStack(Fonts fonts, List<Font> own, float size) {
        this.fonts = fonts;
        this.own = List.copyOf(own);
        this.size = size;
    }

    @Override
    public float getSize2D() {
        return size;
    }

    /** The font in which a character is painted. */
    Font fontOf(int character) {
        int number = character >> BLOCK_BITS;
        if (number < BLOCKS) {
            Font[] block = blocksOfFonts[number];
            if (block == null) {
                block = new Font[BLOCK];
                blocksOfFonts[number] = block;
            }
            int at = character & (BLOCK - 1);
            if (block[at] == null) {
                block[at] = find(character);
            }
            return block[at];
        }
        return otherFonts.computeIfAbsent(character, this::find);
    }

    private Font find(int character) {
        for (Font font : own) {
            if (font.canDisplay(character)) {
                // The logical fonts of the JDK show Chinese and Japanese in any font that has the characters.
                return Fonts.isLogical(font) && Fonts.isEastAsian(character) ? fonts.fallback(character, font) : font;
            }
        }
        return fonts.fallback(character, own.get(0));
    }

    /** How wide a character is by itself, in dots. */
    float width(int character) {
        int number = character >> BLOCK_BITS;
        if (number < BLOCKS) {
            float[] block = blocksOfWidths[number];
            if (block == null) {
                block = new float[BLOCK];
                Arrays.fill(block, -1);
                blocksOfWidths[number] = block;
            }
            int at = character & (BLOCK - 1);
            if (block[at] < 0) {
                block[at] = measure(character);
            }
            return block[at];
        }
        return otherWidths.computeIfAbsent(character, this::measure);
    }

    private float measure(int character) {
        if (character < ' ' || character == '\u00ad' || character == '\u200b' || character == '\ufeff') {
            return 0;
        }
        return fontOf(character)
                .createGlyphVector(Fonts.CONTEXT, Character.toString(character))
                .getGlyphMetrics(0)
                .getAdvanceX();
    }

    /** Of the first font: a fallback with large metrics must not tear the lines apart. */
    FSFontMetrics metrics() {
        if (metrics == null) {
            metrics = new Metrics(own.get(0).getLineMetrics("Aj\u4e2d", Fonts.CONTEXT));
        }
        return metrics;
    }

    private record Metrics(LineMetrics line) implements FSFontMetrics {
        @Override
        public float getAscent() {
            return line.getAscent();
        }

        @Override
        public float getDescent() {
            return line.getDescent();
        }

        @Override
        public float getStrikethroughOffset() {
            return line.getStrikethroughOffset();
        }

        @Override
        public float getStrikethroughThickness() {
            return line.getStrikethroughThickness();
        }

        @Override
        public float getUnderlineOffset() {
            return line.getUnderlineOffset();
        }

        @Override
        public float getUnderlineThickness() {
            return line.getUnderlineThickness();
        }
    }
}
