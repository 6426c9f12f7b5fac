package netreader.ui.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PageBoxTest {
    @Test
    void pagesCountFromOneForPeople() {
        assertEquals(OptionalInt.of(0), PageBox.pageOf("1", 10));
        assertEquals(OptionalInt.of(9), PageBox.pageOf(" 10 ", 10));
    }

    @Test
    void whatIsOutOfRangeOrRubbishIsNoPage() {
        for (String typed : new String[] {"0", "11", "-1", "x", "", "99999999999"}) {
            assertEquals(OptionalInt.empty(), PageBox.pageOf(typed, 10), typed);
        }
    }
}
