package netreader.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a person watches. System.console() says nothing of standard error alone, and on 22 and later nothing at all. */
final class Terminal {
    private Terminal() {}

    /** False where the operating system does not say. */
    static boolean onStandardError() {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
