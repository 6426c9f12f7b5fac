package netreader.catalogue.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.CatalogueException.Problem;
import netreader.catalogue.internal.inspect.Folders;

/**
 * Copies of the server's files, made while it runs.
 *
 * @param folder with a folder for each backup
 * @param suffix of the names of those folders
 * @param parts what is copied, by the names of the files
 */
record Backup(Path folder, String suffix, Map<String, Part> parts) {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS", Locale.ROOT);

    /** Writes a copy of a file. */
    interface Part {
        /** @param copy is not there yet */
        void copyTo(Path copy) throws IOException, SQLException, CatalogueException;
    }

    Backup {
        parts = Map.copyOf(parts);
    }

    /**
     * Copies all into a new folder, which has its name only when it is whole.
     *
     * @throws CatalogueException IO, and nothing is left behind
     */
    Path make() throws CatalogueException {
        Path made = folder.resolve(LocalDateTime.now(ZoneId.systemDefault()).format(NAME) + suffix);
        Path unfinished = folder.resolve(made.getFileName() + ".part");
        try {
            Files.createDirectories(unfinished);
            for (Map.Entry<String, Part> part : parts.entrySet()) {
                part.getValue().copyTo(unfinished.resolve(part.getKey()));
            }
            return Files.move(unfinished, made, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | SQLException | CatalogueException e) {
            Folders.delete(unfinished);
            // The message of an IOException is often no more than the file.
            String reason = e instanceof IOException ? e.toString() : e.getMessage();
            throw new CatalogueException(Problem.IO, "There is no backup: " + reason, e);
        }
    }
}
