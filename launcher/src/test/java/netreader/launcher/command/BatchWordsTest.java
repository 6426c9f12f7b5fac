package netreader.launcher.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class BatchWordsTest {
    @Test
    void blanksPartWords() throws UsageException {
        assertEquals(List.of("page", "论语.txt", "3"), BatchWords.split("  page\t论语.txt  3 \r"));
        assertEquals(List.of(), BatchWords.split(" "));
    }

    @Test
    void quotesAndBackslashesKeepBlanksIn() throws UsageException {
        assertEquals(
                List.of("info", "a b", "c'd", "e\"f", "g h"), BatchWords.split("info 'a b' \"c'd\" \"e\\\"f\" g\\ h"));
        assertEquals(List.of("ab c", ""), BatchWords.split("a\"b c\" ''"));
    }

    @Test
    void wideBlanksBelongToNames() throws UsageException {
        assertEquals(List.of("info", "论\u3000语"), BatchWords.split("info 论\u3000语"));
    }

    @Test
    void anOpenQuoteIsRefused() {
        assertThrows(UsageException.class, () -> BatchWords.split("info \"a b"));
    }
}
