package netreader.launcher.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** Sets up java.util.logging, which stands behind System.Logger, in code: no file of ours or the JDK's is read. */
public final class Logging {
    private static final int FILE_BYTES = 1_000_000;
    private static final int FILES = 3;

    /** Kept, as a logger that nobody holds forgets its level. */
    private static volatile Logger ours;

    private Logging() {}

    /** Must be called before anything is logged. */
    public static void prepare() {
        System.setProperty("java.util.logging.manager", LastingLogManager.class.getName());
    }

    /** One line each on standard error, and with stack traces in the file. */
    public static void toScreenAndFile(Path file) throws IOException {
        Logger root = toScreen(Level.INFO);
        // The pattern of a FileHandler has % for its own.
        Handler lasting = new FileHandler(file.toString().replace("%", "%%"), FILE_BYTES, FILES, true);
        lasting.setEncoding("UTF-8");
        lasting.setFormatter(new LineFormatter(true));
        root.addHandler(lasting);
    }

    /** One line each on standard error. */
    public static Logger toScreen(Level least) {
        Logger root = Logger.getLogger("");
        root.setLevel(least);
        if (!least.equals(Level.OFF)) {
            Handler screen = new ConsoleHandler();
            screen.setLevel(least);
            screen.setFormatter(new LineFormatter(false));
            root.addHandler(screen);
        }
        return root;
    }

    /** From now on also what NetReader's own parts log at {@link Level#FINE}. */
    public static void sayMore() {
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            handler.setLevel(Level.FINE);
        }
        ours = Logger.getLogger("netreader");
        ours.setLevel(Level.FINE);
    }

    /** Closes the log; what is logged afterwards is lost. */
    public static void close() {
        if (LogManager.getLogManager() instanceof LastingLogManager lasting) {
            lasting.close();
        }
    }
}
