package netreader.format.registry.internal.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {
    @ParameterizedTest
    @CsvSource({
        "java.lang.IllegalStateException: There is no licence, There is no licence (IllegalStateException)",
        "java.lang.StackOverflowError, StackOverflowError",
        "a.B$C: odd: more, odd: more (B$C)",
        "There is nothing known of it, There is nothing known of it"
    })
    void whatATraceBeginsWithIsSaidAsOfAThrowable(String trace, String sentence) {
        assertEquals(sentence, Sentences.ofTrace(trace + "\n\tat a.B.c(B.java:1)"));
    }

    @Test
    void theInnermostCauseIsSaid() {
        String trace = "java.lang.Exception: outer\n\tat a.B\nCaused by: java.io.IOException: disk\n\t... 3 more\n";
        assertEquals("disk (IOException)", Sentences.ofTrace(trace));
        assertEquals(
                "disk (IOException)", Sentences.firstLine(new Exception("outer", new java.io.IOException("disk"))));
    }
}
