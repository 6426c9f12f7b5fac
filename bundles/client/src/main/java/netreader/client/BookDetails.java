package netreader.client;

import java.util.List;
import java.util.Optional;
import netreader.format.BookMetadata;

/**
 * What the server knows of a book beside its row on the shelf.
 *
 * @param details facts from the book itself, in the order in which to show them
 * @param settings what may be chosen for the book, in the order in which to show it
 * @param formatFile name of the jar that reads the book on the server; empty if that is not known
 */
public record BookDetails(List<BookMetadata.Detail> details, List<BookSetting> settings, Optional<String> formatFile) {
    /** Nothing known. */
    public static final BookDetails NONE = new BookDetails(List.of(), List.of(), Optional.empty());

    public BookDetails {
        details = List.copyOf(details);
        settings = List.copyOf(settings);
    }
}
