package netreader.ui.painted.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import netreader.format.Link;
import netreader.format.TextRun;
import netreader.ui.painted.text.TextSelection.Place;
import netreader.ui.painted.text.TextSelection.Unit;
import org.junit.jupiter.api.Test;

class PageWordsTest {
    private final PageWords words = new PageWords(
            List.of(
                    run("Half ", 10, 10, 40, false),
                    run("agony, ", 55, 10, 50, false),
                    run("half-", 110, 10, 40, true),
                    run("hope.", 10, 30, 40, true),
                    run("天", 10, 50, 12, false),
                    run("下", 22, 50, 12, true)),
            List.of(new Link(box(10, 30, 40), new Link.ToAnchor(4))));

    private static TextRun run(String text, double x, double y, double width, boolean endsLine) {
        return new TextRun(text, box(x, y, width), endsLine);
    }

    private static Rectangle2D box(double x, double y, double width) {
        return new Rectangle2D.Double(x, y, width, 12);
    }

    @Test
    void linesEndAsOnThePageAndHyphensStay() {
        assertEquals("Half agony, half-\nhope.\n天下\n", words.text());
        assertEquals("agony, half-\nhope.", words.copy(5, 23));
    }

    @Test
    void theCaretIsBetweenTheLettersThatAreNearest() {
        assertEquals(0, words.caretAt(9, 12));
        assertEquals(4, words.caretAt(51, 16));
        assertEquals(17, words.caretAt(400, 15), "beside a line is its end");
        assertEquals(words.text().indexOf("下"), words.caretAt(22, 55));
        assertEquals(words.text().length() - 1, words.caretAt(200, 500));
        assertEquals(0, PageWords.NONE.caretAt(3, 3));
    }

    @Test
    void aDoubleClickTakesAWordAndATripleClickALine() {
        int inside = words.letterAt(75, 15);
        Span word = words.wordAt(inside);
        assertEquals("agony", words.text().substring(word.from(), word.to()));
        Span line = words.lineAt(inside);
        assertEquals("Half agony, half-", words.text().substring(line.from(), line.to()));
    }

    @Test
    void aMarkIsOneRectangleForEachLine() {
        List<Rectangle2D> shapes = words.shapes(5, 23);
        assertEquals(2, shapes.size());
        assertEquals(new Rectangle2D.Double(55, 10, 95, 12), shapes.get(0));
        assertEquals(box(10, 30, 40), shapes.get(1));
        Rectangle2D letter = words.shapes(0, 1).get(0);
        assertTrue(letter.getMinX() == 10 && letter.getWidth() > 5 && letter.getWidth() < 20, letter::toString);
    }

    @Test
    void linksAndTextAreWhereTheyStand() {
        assertEquals(new Link.ToAnchor(4), words.linkAt(20, 35).orElseThrow().target());
        assertEquals(Optional.empty(), words.linkAt(20, 15));
        assertTrue(words.hasTextAt(20, 15));
        assertFalse(words.hasTextAt(300, 300));
    }

    @Test
    void aSelectionMayBeginBehindItsEndAndRunOverPages() {
        TextSelection back = new TextSelection(new Place(3, 4), new Place(2, 5), Unit.LETTER);
        assertEquals(Optional.empty(), back.on(1, words));
        assertEquals(Optional.of(new Span(5, words.text().length())), back.on(2, words));
        assertEquals(Optional.of(new Span(0, 4)), back.on(3, words));
        TextSelection nothing = new TextSelection(new Place(3, 4), new Place(3, 4), Unit.LETTER);
        assertEquals(Optional.empty(), nothing.on(3, words));
    }

    @Test
    void wordsAreSelectedWhole() {
        TextSelection word = new TextSelection(new Place(0, 1), new Place(0, 7), Unit.WORD);
        assertEquals(Optional.of(new Span(0, 10)), word.on(0, words));
    }
}
