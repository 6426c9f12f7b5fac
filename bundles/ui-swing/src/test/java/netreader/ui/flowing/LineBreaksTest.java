package netreader.ui.flowing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LineBreaksTest {
    @Test
    void noLineBeginsWithAClosingSign() {
        for (char sign : "。，、！？；：」』）】》〉”’…%".toCharArray()) {
            assertEquals(1, LineBreaks.before("子曰" + sign + "学而", 0, 2, 5), "before " + sign);
        }
    }

    @Test
    void noLineEndsWithAnOpeningSign() {
        for (char sign : "（「『【《〈“‘".toCharArray()) {
            assertEquals(2, LineBreaks.before("子曰" + sign + "学而", 0, 3, 5), "after " + sign);
        }
    }

    @Test
    void ellipsesAndDashesStayWhole() {
        assertEquals(2, LineBreaks.before("子曰人——学而", 0, 4, 7));
        assertEquals(2, LineBreaks.before("子曰人……学而", 0, 4, 7));
    }

    @Test
    void numbersAndWordsAreNotBrokenWithinChinese() {
        String text = "公元1911年武昌Wuchang起义";
        assertEquals(2, LineBreaks.before(text, 0, 4, text.length()));
        assertEquals(9, LineBreaks.before(text, 2, 12, text.length()));
    }

    @Test
    void theBlanksAtTheEndOfALineHangOverTheEdge() {
        assertEquals(6, LineBreaks.before("three  four", 0, 5, 11) - 1);
    }

    @Test
    void aWordLongerThanALineIsBrokenBetweenCharacters() {
        String emoji = "👩‍🚀".repeat(4);
        int end = LineBreaks.before(emoji, 0, 7, emoji.length());
        assertEquals(5, end);
        assertEquals(4, LineBreaks.before("Donaudampfschiff", 0, 4, 16));
        assertEquals(2, LineBreaks.before("e\u0301e\u0301e\u0301", 0, 3, 6));
    }

    @Test
    void aSurrogatePairIsNeverSplit() {
        String rare = "𠀀𠀁𠀂";
        assertFalse(LineBreaks.allowed(rare, 1, rare.length()));
        assertTrue(LineBreaks.allowed(rare, 2, rare.length()));
    }

    @Test
    void hyphensBreakBetweenLettersOnly() {
        assertTrue(LineBreaks.allowed("well-known", 5, 10));
        assertFalse(LineBreaks.allowed("1914-1918", 5, 9));
    }
}
