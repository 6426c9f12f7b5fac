package netreader.catalogue.internal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.internal.inspect.Folders;

/**
 * Backs the readers' places up without being asked, at a start when the newest backup is older than a day; what the
 * library does not hold must not depend on somebody's thinking of it.
 *
 * @param backup of what cannot be made anew; the names of its folders end in {@link #SUFFIX}
 */
record AutomaticBackup(Backup backup) {
    static final String SUFFIX = "-auto";

    private static final Logger LOG = System.getLogger(AutomaticBackup.class.getName());
    private static final Duration AGE = Duration.ofDays(1);
    private static final int KEPT = 7;

    void makeIfDue() {
        try {
            List<Path> all = backups("*[0-9o]");
            if (all.isEmpty() || isOld(all.get(all.size() - 1))) {
                LOG.log(Level.INFO, "The readers'' places are backed up in {0}", backup.make());
                List<Path> automatic = backups("*" + SUFFIX);
                automatic.subList(0, Math.max(0, automatic.size() - KEPT)).forEach(Folders::delete);
            }
        } catch (IOException | CatalogueException e) {
            LOG.log(Level.WARNING, "The readers'' places are not backed up: {0}", e.getMessage());
        }
    }

    private static boolean isOld(Path made) throws IOException {
        return Files.getLastModifiedTime(made)
                .toInstant()
                .isBefore(Instant.now().minus(AGE));
    }

    /** The oldest first. */
    private List<Path> backups(String glob) throws IOException {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(backup.folder())) {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(backup.folder(), glob)) {
                folders.forEach(found::add);
            }
        }
        Collections.sort(found);
        return found;
    }
}
