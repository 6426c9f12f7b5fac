package netreader.client;

import java.util.List;
import netreader.format.BookMetadata;

/**
 * What the server knows of a book beside its row on the shelf.
 *
 * @param details facts from the book itself, in the order in which to show them
 * @param settings what may be chosen for the book, in the order in which to show it
 */
public record BookDetails(List<BookMetadata.Detail> details, List<BookSetting> settings) {
    public BookDetails {
        details = List.copyOf(details);
        settings = List.copyOf(settings);
    }
}
