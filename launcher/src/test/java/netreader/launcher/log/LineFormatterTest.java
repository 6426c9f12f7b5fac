package netreader.launcher.log;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LineFormatterTest {
    @Test
    void whatReadersSayDoesNothingToTheTerminalThatShowsTheLog() {
        LogRecord entry = new LogRecord(Level.INFO, "Hello\u001b[2J from\n  \u202ebob\u0000 古");
        String line = new LineFormatter(false).format(entry);
        assertTrue(line.endsWith(" Hello\\u001b[2J from \\u202ebob\\u0000 古" + System.lineSeparator()), line);
    }
}
