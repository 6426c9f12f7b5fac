package netreader.ui.flowing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class TextMarksTest {
    private static final TextBlock BLOCK = new Typesetter(TextStyle.USUAL, 16, 200, Set.of(), 0)
            .set(PageText.of("The cat sat.\n\nA Cat and a ＣＡＴ again.\n", false));

    @Test
    void wordsAreMarkedWithoutRegardToCaseAndWidth() {
        assertEquals(3, TextMarks.of(BLOCK, "cat", 0).marks().size());
        assertEquals(3, TextMarks.of(BLOCK, "ＣＡＴ", 0).marks().size());
        assertEquals(0, TextMarks.of(BLOCK, "dog", 0).marks().size());
    }

    @Test
    void theOneThatIsMeantIsBelowThoseBeforeIt() {
        double first = TextMarks.of(BLOCK, "cat", 0).here().orElseThrow().getY();
        double second = TextMarks.of(BLOCK, "cat", 1).here().orElseThrow().getY();
        assertTrue(second > first);
        assertTrue(TextMarks.of(BLOCK, "cat", 9).here().isPresent());
        assertFalse(TextMarks.of(BLOCK, "cat", -1).here().isPresent());
    }

    @Test
    void aPlaceThatIsBrokenOverTwoLinesIsMarkedOnBoth() {
        TextBlock narrow = new Typesetter(TextStyle.USUAL, 16, 60, Set.of(), 0)
                .set(PageText.of("one two three four five six", false));
        assertTrue(narrow.lines().size() > 2);
        assertTrue(
                TextMarks.of(narrow, "one two three four five six", 0).marks().size() > 2);
    }
}
