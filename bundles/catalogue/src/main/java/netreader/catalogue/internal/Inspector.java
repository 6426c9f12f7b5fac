package netreader.catalogue.internal;

import java.io.IOException;
import java.nio.file.Path;
import netreader.format.registry.FormatUnavailableException;

/** Reads a book for the shelf: title, authors, pages, cover. */
interface Inspector {
    /**
     * @param file the book's file
     * @throws IOException if it cannot be read at this moment
     * @throws FormatUnavailableException if its format has gone
     */
    Inspection inspect(Found found, Path file) throws IOException, FormatUnavailableException;
}
