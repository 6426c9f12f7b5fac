package netreader.ui.flowing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import netreader.ui.flowing.TextSelection.Range;
import netreader.ui.flowing.TextSelection.Unit;
import org.junit.jupiter.api.Test;

class TextSelectionTest {
    private static final PageText PAGE = PageText.of("""
            It is a truth universally acknowledged, that a single man in
            possession of a good fortune, must be in want of a wife.

            However little known the feelings or views of such a man may
            be on his first entering a neighbourhood.
            """, false);

    @Test
    void whatIsCopiedHasTheEndsOfParagraphsAndNotThoseOfLines() {
        String all = TextSelection.all(PAGE).text(PAGE);
        assertTrue(all.contains("single man in possession"));
        assertTrue(all.contains("wife.\n\nHowever"));
        assertEquals(2, all.chars().filter(c -> c == '\n').count());
    }

    @Test
    void aWordIsSelectedFromAnyOfItsLetters() {
        int at = PAGE.text().indexOf("universally");
        for (int i = 0; i < "universally".length(); i++) {
            Range word = Unit.WORD.at(PAGE, at + i, Locale.ENGLISH);
            assertEquals("universally", PAGE.text().substring(word.from(), word.to()));
        }
    }

    @Test
    void threeClicksMeanAParagraph() {
        Range paragraph = Unit.ofClicks(3).at(PAGE, PAGE.text().length(), Locale.ENGLISH);
        assertTrue(PAGE.text().substring(paragraph.from(), paragraph.to()).startsWith("However"));
        assertEquals(PAGE.text().length(), paragraph.to());
    }

    @Test
    void aSelectionGrowsInBothDirectionsFromItsWord() {
        Range second = Unit.WORD.at(PAGE, 3, Locale.ENGLISH);
        TextSelection selection = new TextSelection(second, second);
        assertEquals("is a", selection.to(Unit.WORD.at(PAGE, 6, Locale.ENGLISH)).text(PAGE));
        assertEquals(
                "It is", selection.to(Unit.WORD.at(PAGE, 0, Locale.ENGLISH)).text(PAGE));
    }
}
