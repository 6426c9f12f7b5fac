package netreader.format.epub.layout;

import com.openhtmltopdf.render.InlineText;
import com.openhtmltopdf.render.JustificationInfo;

/**
 * What is added between the characters of a text, because its style says so or to fill its line.
 *
 * @param perSpace dots
 * @param perLetter dots
 */
record Spacing(float perSpace, float perLetter) {
    private static final Spacing NONE = new Spacing(0, 0);

    static Spacing of(InlineText text) {
        if (text.getLetterSpacing() != 0) {
            return new Spacing(text.getLetterSpacing(), text.getLetterSpacing());
        }
        if (text.getParent().getStyle().isTextJustify()) {
            JustificationInfo line = text.getParent().getLineBox().getJustificationInfo();
            return line == null ? NONE : new Spacing(line.getSpaceAdjust(), line.getNonSpaceAdjust());
        }
        return NONE;
    }
}
