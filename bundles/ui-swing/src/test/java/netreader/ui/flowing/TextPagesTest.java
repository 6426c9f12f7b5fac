package netreader.ui.flowing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class TextPagesTest {
    @Test
    void aPageBeginsInALineWhenTheOneBeforeDoesNotEndOne() {
        assertTrue(TextPages.goesOn("不亦说乎"));
        assertFalse(TextPages.goesOn("不亦说乎\n"));
        assertFalse(TextPages.goesOn("不亦说乎\r\n"));
        assertFalse(TextPages.goesOn(""));
    }

    @Test
    void onlyTheRestOfALineIsNotIndented() {
        String text = "有朋自远方来\n人不知而不愠";
        Typesetter setter = new Typesetter(TextStyle.USUAL, 20, 600, Set.of(), 0);
        assertEquals(40, setter.set(PageText.of(text, false)).lines().get(0).x());
        TextBlock rest = setter.set(PageText.of(text, true));
        assertEquals(0, rest.lines().get(0).x());
        assertEquals(40, rest.lines().get(1).x());
    }
}
