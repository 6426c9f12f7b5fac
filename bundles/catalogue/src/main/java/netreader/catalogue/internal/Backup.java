package netreader.catalogue.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.CatalogueException.Problem;

/** Copies of the server's SQLite files, made while it runs. */
record Backup(Path folder, List<Part> parts) {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS", Locale.ROOT);

    /**
     * A file that is copied.
     *
     * @param change made in the copy, SQL
     */
    record Part(DatabaseFile file, String change) {}

    /**
     * Copies all into a new folder, which has its name only when it is whole.
     *
     * @throws CatalogueException IO, and nothing is left behind
     */
    Path make() throws CatalogueException {
        Path made = folder.resolve(LocalDateTime.now(ZoneId.systemDefault()).format(NAME));
        Path unfinished = folder.resolve(made.getFileName() + ".part");
        try {
            Files.createDirectories(unfinished);
            for (Part part : parts) {
                part.file().copyTo(unfinished.resolve(part.file().file().getFileName()), part.change());
            }
            return Files.move(unfinished, made, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | SQLException e) {
            Folders.delete(unfinished);
            throw new CatalogueException(Problem.IO, "There is no backup: " + e.getMessage(), e);
        }
    }
}
