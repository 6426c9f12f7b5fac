package netreader.catalogue.internal.inspect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Deletes folders of ours. */
public final class Folders {
    private static final Logger LOG = System.getLogger(Folders.class.getName());

    private Folders() {}

    /** Deletes the folder with all that is in it; what cannot be deleted stays behind. */
    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.DEBUG, "{0} stays behind: {1}", folder, e.toString());
        }
    }
}
