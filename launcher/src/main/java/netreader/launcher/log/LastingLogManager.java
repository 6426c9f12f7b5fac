package netreader.launcher.log;

import java.util.logging.LogManager;

/**
 * Keeps its handlers until it is told to close. The JDK's own manager drops them in a shutdown hook, at the same time
 * as our hook stops the framework, and so loses what the bundles say while they stop.
 */
public final class LastingLogManager extends LogManager {
    @Override
    public void readConfiguration() {
        // Configured in code.
    }

    @Override
    public void reset() {
        // See close().
    }

    void close() {
        super.reset();
    }
}
