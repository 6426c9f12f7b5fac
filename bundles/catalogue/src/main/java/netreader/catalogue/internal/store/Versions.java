package netreader.catalogue.internal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.CatalogueException.Problem;

/** The version of a file: its size and its time of modification. */
public final class Versions {
    private Versions() {}

    public static String of(long size, long mtimeMillis) {
        return Long.toHexString(size) + "-" + Long.toHexString(mtimeMillis);
    }

    /**
     * The version of a book's file.
     *
     * @param name of the book, for people
     * @throws CatalogueException NOT_FOUND or IO
     */
    public static String require(Path file, String name) throws CatalogueException {
        try {
            return of(file);
        } catch (NoSuchFileException e) {
            throw new CatalogueException(Problem.NOT_FOUND, name + " has gone from the library", e);
        } catch (IOException e) {
            throw new CatalogueException(Problem.IO, name + " cannot be read: " + e.getMessage(), e);
        }
    }

    public static String of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return of(attributes.size(), attributes.lastModifiedTime().toMillis());
    }
}
