package netreader.catalogue.internal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.internal.store.BookTable;
import netreader.catalogue.internal.store.Database;

/** The folders in which formats keep what they computed: one for each content, whatever the names of its files. */
public record FormatFolders(Path root) {
    private static final Logger LOG = System.getLogger(FormatFolders.class.getName());
    private static final String PENDING = "pending-";
    private static final Pattern OURS = Pattern.compile("[0-9a-f]{64}|" + PENDING + ".*");

    /**
     * The folder of a book's content; it need not exist. A content that was not read yet has one until the next start.
     *
     * @param version of the file, which may be newer than that of the row
     */
    Path of(CatalogueBook book, String version) {
        String pending = PENDING + book.id() + "-" + version;
        return root.resolve(
                book.sha256().filter(known -> book.version().equals(version)).orElse(pending));
    }

    /** Removes the folders of contents that are not in the catalogue. */
    public void removeUnused(Database database) {
        try {
            List<Path> folders = folders(); // before the question, so that none of a content that comes just now
            Set<String> used = database.read(BookTable::digests);
            for (Path folder : folders) {
                if (!used.contains(folder.getFileName().toString())) {
                    remove(folder);
                }
            }
        } catch (IOException | CatalogueException e) {
            LOG.log(Level.WARNING, "What formats kept of books that have gone stays: {0}", e.toString());
        }
    }

    private List<Path> folders() throws IOException {
        List<Path> folders = new ArrayList<>();
        if (Files.isDirectory(root)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(
                    root, path -> OURS.matcher(path.getFileName().toString()).matches())) {
                found.forEach(folders::add);
            }
        }
        return folders;
    }

    private static void remove(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
