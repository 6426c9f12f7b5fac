package netreader.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OutputTest {
    @Test
    void aFailureIsAJsonObjectOnOneLine() {
        assertEquals(
                "{\"error\":\"LOCAL_IO\",\"message\":\"a \\\"论语\\\" \\\\ \\u000a\"}",
                Output.failure("LOCAL_IO", "a \"论语\" \\ \n"));
    }

    @Test
    void aDisplayIsWhatTheEnvironmentSays() {
        assertTrue(Display.present(Map.of("DISPLAY", ":0"), "Linux", false));
        assertFalse(Display.present(Map.of("DISPLAY", ""), "Linux", false));
        assertFalse(Display.present(Map.of(), "Linux", false));
        assertFalse(Display.present(Map.of("DISPLAY", ":0"), "Linux", true));
        assertTrue(Display.present(Map.of(), "Mac OS X", false));
    }
}
