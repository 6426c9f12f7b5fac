package netreader.shell.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LogLevelsTest {
    private static final String NAME = "netreader.shell.test";

    /** Kept, as a logger that nobody holds forgets its level. */
    private final Logger logger = Logger.getLogger(NAME);

    @Test
    void aChangeIsTakenBackAndTheLevelIsWhatItWas() {
        logger.setLevel(null);
        try (LogLevels levels = new LogLevels()) {
            String before = levels.level(NAME);
            levels.set(NAME, "debug", Optional.empty());
            levels.set(NAME, "TRACE", Optional.empty());
            assertEquals(Level.FINER, logger.getLevel());
            assertEquals("trace", levels.level(NAME + ".below"));
            levels.reset(NAME);
            assertEquals(before, levels.level(NAME));
            levels.set(NAME, "off", Optional.empty());
        }
        assertEquals(null, logger.getLevel());
    }

    @Test
    void aChangeForAWhileEndsByItselfUnlessThereWasAnother() {
        try (LogLevels levels = new LogLevels()) {
            levels.set(NAME, "debug", Optional.of(Duration.ofHours(1)));
            assertTrue(levels.shown(Optional.of(NAME)).get(0).secondsLeft().orElseThrow() > 3000);
            levels.set(NAME, "debug", Optional.of(Duration.ofMillis(10)));
            while (logger.getLevel() != null) {
                Thread.onSpinWait();
            }
            assertTrue(levels.shown(Optional.of(NAME)).get(0).secondsLeft().isEmpty());
        }
        assertFalse(LogLevels.isLevel("loud"));
    }
}
