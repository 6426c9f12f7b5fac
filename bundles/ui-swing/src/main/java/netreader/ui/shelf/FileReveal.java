package netreader.ui.shelf;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import netreader.client.ClientException;

/** Shows a file in its folder, in the system's own program for that. */
public final class FileReveal {
    private FileReveal() {}

    /** Whether the system has such a program. */
    public static boolean possible() {
        if (GraphicsEnvironment.isHeadless() || !Desktop.isDesktopSupported()) {
            return false;
        }
        Desktop desktop = Desktop.getDesktop();
        return desktop.isSupported(Desktop.Action.BROWSE_FILE_DIR) || desktop.isSupported(Desktop.Action.OPEN);
    }

    /** Takes a while; not on the event thread. */
    static void show(Path file) throws ClientException {
        Desktop desktop = Desktop.getDesktop();
        try {
            if (desktop.isSupported(Desktop.Action.BROWSE_FILE_DIR)) {
                desktop.browseFileDirectory(file.toFile());
            } else {
                desktop.open(file.toAbsolutePath().getParent().toFile());
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new ClientException(ClientException.LOCAL_IO, "The folder of " + file + " cannot be shown", e);
        }
    }
}
