package netreader.protocol;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The body of a reply to {@code info}.
 *
 * @param details facts from the book, in the order in which to show them
 * @param settings of the book's format, by name
 */
public record BookInfo(BookRow book, List<Detail> details, Map<String, String> settings) {
    /** A fact for people. */
    public record Detail(String name, String value) {}

    public BookInfo {
        Objects.requireNonNull(book);
        details = details == null ? List.of() : List.copyOf(details);
        settings = settings == null ? Map.of() : Map.copyOf(settings);
    }
}
