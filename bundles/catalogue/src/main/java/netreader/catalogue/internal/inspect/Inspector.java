package netreader.catalogue.internal.inspect;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import netreader.catalogue.internal.store.Inspection;
import netreader.format.registry.FormatUnavailableException;

/** Reads a book for the shelf: title, authors, pages, cover. */
public interface Inspector {
    /**
     * @param name the book's path in the library
     * @param file the book's file
     * @param settings that were chosen for the book
     * @throws IOException if it cannot be read at this moment
     * @throws FormatUnavailableException if its format has gone
     */
    Inspection inspect(String name, String format, Path file, Map<String, String> settings)
            throws IOException, FormatUnavailableException;
}
