package netreader.format;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a book says of itself.
 *
 * @param language BCP 47 tag
 * @param details everything else worth showing, in the order in which to show it
 */
public record BookMetadata(
        Optional<String> title, List<String> authors, Optional<String> language, List<Detail> details) {
    /** Nothing known. */
    public static final BookMetadata NONE = new BookMetadata(Optional.empty(), List.of(), Optional.empty(), List.of());

    /** A fact such as ("Producer", "pdfTeX"): both for people. */
    public record Detail(String name, String value) {}

    public BookMetadata {
        Objects.requireNonNull(title);
        Objects.requireNonNull(language);
        authors = List.copyOf(authors);
        details = List.copyOf(details);
    }
}
