package netreader.client;

import java.util.List;
import java.util.Map;
import netreader.format.BookMetadata;

/**
 * What the server knows of a book beside its row on the shelf.
 *
 * @param details facts from the book itself, in the order in which to show them
 * @param settings the settings that were made for the book
 */
public record BookDetails(List<BookMetadata.Detail> details, Map<String, String> settings) {
    public BookDetails {
        details = List.copyOf(details);
        settings = Map.copyOf(settings);
    }
}
