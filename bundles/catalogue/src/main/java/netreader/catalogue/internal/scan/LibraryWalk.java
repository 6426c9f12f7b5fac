package netreader.catalogue.internal.scan;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.internal.store.BookNames;
import netreader.format.registry.FormatInfo;
import netreader.format.registry.FormatRegistry;

/**
 * Goes through folders of the library in the order of their names, in each through its books first. Symbolic links are passed over, and what is ignored.
 * One thread.
 */
final class LibraryWalk {
    private static final Logger LOG = System.getLogger(LibraryWalk.class.getName());

    private final Library library;
    private final FormatRegistry formats;
    private final IgnoreFiles ignoreFiles = new IgnoreFiles();
    private final Set<String> complained = new HashSet<>();
    /** What the disk knows the library by; null before it was seen. */
    private Object inhabited;

    /** Who hears of what there is. */
    interface Visitor {
        /**
         * A folder was found. What happens in it from now on is not missed if it is watched now.
         *
         * @return whether to go into it
         */
        boolean enter(String folder, Path path) throws CatalogueException;

        void found(Found file) throws CatalogueException;

        /** What is there cannot be told at this moment, nor what is in it. */
        void unseen(String name);
    }

    LibraryWalk(Library library, FormatRegistry formats) {
        this.library = library;
        this.formats = formats;
    }

    /**
     * Goes through a folder; through those in it as the visitor says.
     *
     * @param folder in the library; "" is the library
     * @throws NoSuchFileException if it is not there, or ignored
     * @throws IOException if the library itself cannot be read
     */
    void walk(String folder, Visitor visitor) throws IOException, CatalogueException {
        // The library may be a link to a folder; in it links are passed over.
        Path path = folder.isEmpty() ? library.root().toRealPath() : library.file(folder);
        List<IgnoreRules> rules = rulesAbove(folder);
        if (folder.isEmpty()) {
            visitor.enter(folder, path);
            list(folder, path, rules, visitor);
            if (!Objects.equals(inhabited, key(library.root().toRealPath()))) {
                throw new IOException("another folder has taken its place while it was looked at");
            }
            return;
        }
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) || IgnoreRules.ignored(rules, folder, true)) {
            throw new NoSuchFileException(folder);
        }
        visitor.enter(folder, path);
        listOrPassOver(folder, path, rules, visitor);
    }

    /**
     * @param hasBooks whether books are known; then a folder that is empty, and another one than there was before or the
     *     first that is seen, is no library: where a disk or share is not mounted there is such a folder
     * @throws IOException if the library itself cannot be read
     */
    void requireLibrary(boolean hasBooks) throws IOException {
        Path root = library.root().toRealPath();
        Object key = key(root);
        boolean empty;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
            empty = !entries.iterator().hasNext();
        }
        if (empty && hasBooks && (key == null || !key.equals(inhabited))) {
            throw new IOException("the folder is empty, as if the disk with the books were not mounted");
        }
        inhabited = key;
    }

    private static Object key(Path root) throws IOException {
        return Files.readAttributes(root, BasicFileAttributes.class).fileKey();
    }

    private List<IgnoreRules> rulesAbove(String folder) {
        List<IgnoreRules> rules = new ArrayList<>();
        String above = folder;
        while (!above.isEmpty()) {
            above = BookNames.parent(above);
            rules.add(ignoreFiles.rules(above, library.file(above)));
        }
        Collections.reverse(rules);
        return rules;
    }

    private void listOrPassOver(String folder, Path path, List<IgnoreRules> rules, Visitor visitor)
            throws CatalogueException {
        try {
            list(folder, path, rules, visitor);
        } catch (NoSuchFileException e) {
            LOG.log(Level.DEBUG, "{0} has just gone", path);
        } catch (IOException e) {
            passOver(folder, e, visitor);
        }
    }

    private void list(String folder, Path path, List<IgnoreRules> rulesAbove, Visitor visitor)
            throws IOException, CatalogueException {
        List<Path> entries = new ArrayList<>();
        boolean ruled = false;
        try (DirectoryStream<Path> found = Files.newDirectoryStream(path)) {
            for (Path entry : found) {
                String file = entry.getFileName().toString();
                ruled |= file.equals(IgnoreFiles.NAME);
                if (!IgnoreRules.always(file)) {
                    entries.add(entry);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        complained.remove(folder);
        Collections.sort(entries);
        List<IgnoreRules> rules = rulesAbove;
        if (ruled) {
            rules = new ArrayList<>(rulesAbove);
            rules.add(ignoreFiles.rules(folder, path));
        }
        visit(folder, entries, rules, visitor);
    }

    private record Book(String name, Path path, BasicFileAttributes attributes, FormatInfo format) {}

    /** Books first, when the pictures beside them are known, and then the folders. */
    private void visit(String folder, List<Path> entries, List<IgnoreRules> rules, Visitor visitor)
            throws CatalogueException {
        List<Book> books = new ArrayList<>();
        List<Path> folders = new ArrayList<>();
        Beside.InFolder pictures = new Beside.InFolder();
        for (Path entry : entries) {
            try {
                BasicFileAttributes attributes =
                        Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (attributes.isDirectory()) {
                    folders.add(entry);
                } else if (attributes.isRegularFile()) {
                    String name = BookNames.child(folder, FileNames.of(entry));
                    Optional<FormatInfo> format = formats.forFileName(name);
                    if (format.isEmpty()) {
                        pictures.add(entry.getFileName().toString(), attributes);
                    } else if (!IgnoreRules.ignored(rules, name, false)) {
                        books.add(new Book(name, entry, attributes, format.get()));
                    }
                }
            } catch (NoSuchFileException e) {
                LOG.log(Level.TRACE, "{0} has gone since its folder was listed", entry);
            } catch (IOException e) {
                passOver(BookNames.child(folder, FileNames.of(entry)), e, visitor);
            }
        }
        for (Book book : books) {
            visitor.found(found(book, pictures.book(book.path().getFileName().toString())));
        }
        for (Path entry : folders) {
            String name = BookNames.child(folder, FileNames.of(entry));
            if (!IgnoreRules.ignored(rules, name, true) && visitor.enter(name, entry)) {
                listOrPassOver(name, entry, rules, visitor);
            }
        }
    }

    private static Found found(Book book, Beside picture) {
        BasicFileAttributes attributes = book.attributes();
        return new Found(
                book.name(),
                attributes.size(),
                attributes.lastModifiedTime().toMillis(),
                FileKeys.of(attributes),
                book.format().name(),
                book.format().delivery(),
                picture);
    }

    private void passOver(String name, IOException e, Visitor visitor) {
        visitor.unseen(name);
        if (complained.add(name)) {
            LOG.log(
                    Level.WARNING,
                    "{0} cannot be read; what is known of it stays: {1}",
                    BookNames.shown(name),
                    BookNames.shown(String.valueOf(e.getMessage())));
        }
    }
}
