package netreader.ui.flowing;

import java.awt.Font;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.font.TextMeasurer;
import java.text.AttributedString;
import java.text.Bidi;

/** A paragraph whose glyphs depend on their neighbours, or some of which run from right to left. */
final class ShapedLines implements Typesetter.Lines {
    /** Lines that would be stretched by more than this stay as they are. */
    private static final float MOST_SLACK = 0.25f;

    private final TextMeasurer measurer;
    private final boolean rightToLeft;

    ShapedLines(String text, Font font) {
        rightToLeft = !new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
        AttributedString attributed = new AttributedString(PlainLines.printable(text));
        attributed.addAttribute(TextAttribute.FONT, font);
        attributed.addAttribute(
                TextAttribute.RUN_DIRECTION,
                rightToLeft ? TextAttribute.RUN_DIRECTION_RTL : TextAttribute.RUN_DIRECTION_LTR);
        measurer = new TextMeasurer(attributed.getIterator(), Typesetter.CONTEXT);
    }

    @Override
    public int fit(int start, float room) {
        return Math.max(start + 1, measurer.getLineBreakIndex(start, room));
    }

    @Override
    public LineRun line(int start, int end, float room, boolean justified) {
        TextLayout layout = measurer.getLayout(start, end);
        float slack = room - layout.getVisibleAdvance();
        // The platform would tear joined letters apart in lines that run to the left.
        boolean stretch = justified && !rightToLeft && slack > 0 && slack < room * MOST_SLACK;
        return new LineRun.Shaped(stretch ? layout.getJustifiedLayout(room) : layout);
    }

    @Override
    public boolean rightToLeft() {
        return rightToLeft;
    }
}
