package netreader.ui.flowing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.nio.file.Path;
import java.util.List;
import netreader.ui.work.Preferences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextStyleTest {
    @Test
    void aStyleIsKept(@TempDir Path folder) {
        Preferences preferences = new Preferences(folder);
        assertEquals(TextStyle.USUAL, TextStyle.of(preferences));
        TextStyle style = new TextStyle("Noto Serif", 22, 180, 50, 40, false, false, Paper.GREEN, 16_384);
        style.save(preferences);
        preferences.save();
        assertEquals(style, TextStyle.of(new Preferences(folder)));
    }

    @Test
    void whatSomebodyHasWrittenIntoTheFileIsBroughtWithinRange() {
        TextStyle style = new TextStyle("", 900, -4, 999, 0, true, true, Paper.WHITE, 7);
        assertEquals(TextStyle.LARGEST, style.size());
        assertEquals(TextStyle.TIGHTEST, style.lines());
        assertEquals(TextStyle.FARTHEST, style.paragraphs());
        assertEquals(TextStyle.NARROWEST, style.measure());
    }

    @Test
    void inkStandsOutFromEveryPaper() {
        for (Paper paper : List.of(Paper.WHITE, Paper.SEPIA, Paper.GREEN, Paper.DARK)) {
            for (Color on : List.of(paper.background(), paper.selection(), paper.mark(true), paper.mark(false))) {
                assertTrue(contrast(paper.ink(), on) >= 4.5, paper + " on " + on + ": " + contrast(paper.ink(), on));
            }
            assertTrue(contrast(paper.faint(), paper.background()) >= 4.5, paper + " beside the text");
        }
    }

    /** WCAG 2.1, contrast ratio. */
    private static double contrast(Color a, Color b) {
        double first = luminance(a);
        double second = luminance(b);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * part(color.getRed()) + 0.7152 * part(color.getGreen()) + 0.0722 * part(color.getBlue());
    }

    private static double part(int value) {
        double part = value / 255.0;
        return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
