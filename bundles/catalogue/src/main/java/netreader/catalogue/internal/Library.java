package netreader.catalogue.internal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import netreader.format.registry.FormatInfo;
import netreader.format.registry.FormatRegistry;

/** The folder with the books. Names in the catalogue are paths below it; nothing else is ever opened. */
final class Library {
    private static final Logger LOG = System.getLogger(Library.class.getName());

    private final Path root;
    private final FormatRegistry formats;
    private final Set<Path> unreadable = new HashSet<>();

    Library(Path root, FormatRegistry formats) {
        this.root = root;
        this.formats = formats;
    }

    /** The file of a book; the name is one that {@link #walk()} found. */
    Path file(String name) {
        return root.resolve(name);
    }

    /**
     * The books in the folder, by name. Hidden files and symbolic links are passed over.
     *
     * @throws IOException if the folder itself cannot be read
     */
    Map<String, Found> walk() throws IOException {
        Map<String, Found> found = new TreeMap<>(); // new books are numbered in the order of their names
        Path folder = root.toRealPath(); // the library may be a link to a folder; in it links are passed over
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                return path.equals(folder) || !hidden(path) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && !hidden(file)) {
                    describe(folder, file, attributes).ifPresent(book -> found.put(book.name(), book));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException e) throws IOException {
                if (path.equals(folder)) {
                    throw e;
                }
                if (!(e instanceof NoSuchFileException) && unreadable.add(path)) {
                    LOG.log(Level.WARNING, "{0} cannot be read and is passed over: {1}", path, e.getMessage());
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private Optional<Found> describe(Path folder, Path file, BasicFileAttributes attributes) {
        String name =
                folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
        Optional<FormatInfo> format = formats.forFileName(name);
        if (format.isPresent() && !leadsTo(file, folder, name)) {
            if (unreadable.add(file)) {
                LOG.log(Level.WARNING, "{0} is passed over: its name is no text in this computer''s encoding", file);
            }
            return Optional.empty();
        }
        return format.map(info -> new Found(
                name,
                attributes.size(),
                attributes.lastModifiedTime().toMillis(),
                info.name(),
                info.delivery(),
                info.provider()));
    }

    /** A name on a disk is bytes; what is no text would be another name on the way back. */
    private static boolean leadsTo(Path file, Path folder, String name) {
        try {
            return folder.resolve(name).equals(file);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static boolean hidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }
}
