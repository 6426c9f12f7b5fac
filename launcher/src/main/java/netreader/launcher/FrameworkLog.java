package netreader.launcher;

import java.lang.System.Logger.Level;
import org.apache.felix.framework.Logger;

/** Felix prints its messages to standard output, which belongs to our own lines: they go to the log instead. */
final class FrameworkLog extends Logger {
    private static final System.Logger LOG = System.getLogger("netreader.launcher.felix");

    @Override
    protected void doLog(int level, String message, Throwable cause) {
        LOG.log(level == LOG_ERROR ? Level.WARNING : Level.DEBUG, message, cause);
    }
}
