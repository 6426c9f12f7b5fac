package netreader.ui.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import netreader.client.Place;
import org.junit.jupiter.api.Test;

class JumpHistoryTest {
    private final JumpHistory history = new JumpHistory();

    @Test
    void theWayBackIsTheWayThereInTurn() {
        history.leaving(at(1));
        history.leaving(at(20));
        assertEquals(Optional.of(at(20)), history.back(at(50)));
        assertEquals(Optional.of(at(1)), history.back(at(20)));
        assertFalse(history.canGoBack());
        assertEquals(Optional.of(at(20)), history.forward(at(1)));
        assertEquals(Optional.of(at(50)), history.forward(at(20)));
        assertFalse(history.canGoForward());
    }

    @Test
    void pagesTurnedAfterAJumpAreWhereForwardLeads() {
        history.leaving(at(1));
        assertEquals(Optional.of(at(1)), history.back(at(23)));
        assertEquals(Optional.of(at(23)), history.forward(at(1)));
    }

    @Test
    void aJumpFromThePastForgetsWhatLayAhead() {
        history.leaving(at(1));
        history.back(at(20));
        history.leaving(at(1));
        assertFalse(history.canGoForward());
        assertEquals(Optional.of(at(1)), history.back(at(70)));
    }

    @Test
    void aJumpToWhereOneIsIsPassedOver() {
        history.leaving(at(1));
        history.leaving(at(9));
        assertEquals(Optional.of(at(1)), history.back(at(9)));
    }

    @Test
    void ofManyJumpsTheLastAreKept() {
        for (int page = 0; page < 1000; page++) {
            history.leaving(at(page));
        }
        long here = 1000;
        int steps = 0;
        while (history.canGoBack()) {
            here = history.back(at(here)).orElseThrow().anchor();
            steps++;
        }
        assertEquals(200, steps);
        assertEquals(800, here);
        assertTrue(history.canGoForward());
    }

    private static Place at(long anchor) {
        return new Place(anchor, 0.5);
    }
}
