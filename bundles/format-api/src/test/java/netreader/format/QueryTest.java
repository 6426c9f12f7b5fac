package netreader.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class QueryTest {
    @Test
    void placesAreGivenInTheTextAsItIsNotAsItIsCompared() {
        assertEquals(
                List.of(new Query.Place(0, 9), new Query.Place(10, 19)),
                new Query("new york").placesIn("New\n York NEW\t\tYORK "));
    }

    @Test
    void wordsOfScriptsWithoutSpacesAreFoundOverTheEndOfALine() {
        assertEquals(List.of(new Query.Place(1, 4)), new Query("下之").placesIn("天下\n之事"));
    }

    @Test
    void whatIsOnlyASoftHyphenIsNowhere() {
        assertEquals(List.of(), new Query("\u00AD").placesIn("a\u00ADb"));
    }
}
