package netreader.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CellsTest {
    @Test
    void aChineseCharacterTakesTwoCellsAndAnAccentNone() {
        assertEquals(4, Cells.width("论语"));
        assertEquals(4, Cells.width("cafe\u0301"));
        assertEquals(6, Cells.width("（ab）"));
    }

    @Test
    void textIsPaddedByItsCells() {
        assertEquals("论语 |", Cells.padded("论语", 5, false) + "|");
        assertEquals(" 论语|", Cells.padded("论语", 5, true) + "|");
        assertEquals("论语|", Cells.padded("论语", 2, true) + "|");
    }

    @Test
    void nothingInATextTurnsTheLine() {
        assertEquals("a b c", Cells.oneLine("a\r\nb\u202ec"));
    }
}
