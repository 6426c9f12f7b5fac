package netreader.ui.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WheelTurnsTest {
    private final WheelTurns turns = new WheelTurns();

    @Test
    void aNotchWhereNothingScrollsTurns() {
        assertEquals(1, turns.moved(1, 1000, false));
        assertEquals(-1, turns.moved(-1, 2000, false));
    }

    @Test
    void aMovementThatHasScrolledStopsAtTheEndOfThePage() {
        assertEquals(0, turns.moved(1, 1000, true));
        assertEquals(0, turns.moved(1, 1100, false));
        assertEquals(0, turns.moved(1, 1300, false));
        assertEquals(1, turns.moved(1, 1600, false), "a new one turns");
    }

    @Test
    void aWheelThatGoesOnTurnsPageAfterPageButNotTooFast() {
        int pages = 0;
        for (int millis = 1000; millis < 2000; millis += 50) {
            pages += turns.moved(1, millis, false);
        }
        assertEquals(4, pages);
    }

    @Test
    void partsOfANotchAddUp() {
        assertEquals(0, turns.moved(0.4, 1000, false));
        assertEquals(0, turns.moved(0.4, 1010, false));
        assertEquals(1, turns.moved(0.4, 1020, false));
        assertEquals(0, turns.moved(0.4, 1030, false));
    }

    @Test
    void goingBackIsANewMovement() {
        turns.moved(0.4, 1000, false);
        assertEquals(0, turns.moved(-0.7, 1010, false));
        assertEquals(-1, turns.moved(-0.7, 1020, false));
    }
}
