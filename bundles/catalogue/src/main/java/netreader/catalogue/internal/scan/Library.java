package netreader.catalogue.internal.scan;

import java.nio.file.Path;

/** The folder with the books. Names in the catalogue are paths below it; nothing else is ever opened. Any thread. */
public final class Library {
    private final Path root;
    private final FileNames names;

    public Library(Path root) {
        this.root = root;
        this.names = new FileNames(root);
    }

    Path root() {
        return root;
    }

    /** The file of a book, or a folder; the name is one that {@link LibraryWalk} found. */
    public Path file(String name) {
        return names.file(name);
    }
}
