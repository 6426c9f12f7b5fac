package netreader.format.epub.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CancellationException;
import netreader.format.Work;
import org.junit.jupiter.api.Test;

class LineEndsTest {
    private static List<Integer> ends(String text) {
        LineEnds lineEnds = new LineEnds(Work.UNCANCELLED);
        lineEnds.setText(text);
        List<Integer> ends = new ArrayList<>();
        for (int end = lineEnds.next(); end >= 0; end = lineEnds.next()) {
            ends.add(end);
        }
        return ends;
    }

    @Test
    void aLongTextHasTheEndsThatItHasAsAWhole() {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        while (text.length() < 20_000) {
            text.append(random.nextBoolean() ? "\u4e2d".repeat(random.nextInt(9)) : "a".repeat(1 + random.nextInt(90)));
            text.append(List.of(" ", "\uff0c", ". ", "", "-").get(random.nextInt(5)));
        }
        BreakIterator whole = BreakIterator.getLineInstance(Locale.US);
        whole.setText(text.toString());
        List<Integer> expected = new ArrayList<>();
        for (int end = whole.next(); end >= 0; end = whole.next()) {
            expected.add(end);
        }
        assertEquals(expected, ends(text.toString()));
    }

    @Test
    void anAddressMayEndInFrontOfItsSlashes() {
        assertTrue(ends("See https://example.org/one/here").containsAll(List.of(4, 23, 27, 32)));
    }

    @Test
    void aWordLongerThanAnyMayEndWithinIt() {
        assertTrue(ends("a".repeat(5000)).size() >= 5);
        assertTrue(ends("\u0645".repeat(5000)).size() >= 25);
    }

    @Test
    void aLayoutThatNobodyWantsEndsAtTheNextLine() {
        assertThrows(CancellationException.class, () -> new LineEnds(() -> true).setText("Text"));
    }
}
