package netreader.launcher.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class GogoWordsTest {
    @Test
    void oneWordIsALineAsItStands() {
        assertEquals("nr:books | cat; lb", GogoWords.line(List.of("nr:books | cat; lb")));
    }

    @Test
    void severalWordsStayWhatTheyAre() {
        assertEquals("nr:set 论语 charset=Big5", GogoWords.line(List.of("nr:set", "论语", "charset=Big5")));
        assertEquals("nr:why 'War and Peace'", GogoWords.line(List.of("nr:why", "War and Peace")));
        assertEquals("nr:why '$5 & (more)'", GogoWords.line(List.of("nr:why", "$5 & (more)")));
        assertEquals("nr:why 'it'\\''s'", GogoWords.line(List.of("nr:why", "it's")));
        assertEquals("nr:why ''", GogoWords.line(List.of("nr:why", "")));
    }
}
