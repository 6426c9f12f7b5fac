package netreader.protocol;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The body of a reply to {@code info}.
 *
 * @param details facts from the book, in the order in which to show them
 * @param settings what may be chosen for the book, in the order in which to show it
 * @param formatFile name of the jar that reads the book on the server; empty if none does at the moment
 */
public record BookInfo(BookRow book, List<Detail> details, List<Setting> settings, Optional<String> formatFile) {
    /** A fact for people. */
    public record Detail(String name, String value) {}

    /**
     * A setting of the book's format.
     *
     * @param title for people
     * @param choices what may be chosen; empty if any text may be typed
     * @param value what was chosen; empty if nothing was
     */
    public record Setting(String name, String title, List<String> choices, String value) {
        public Setting {
            Objects.requireNonNull(name);
            title = title == null ? name : title;
            choices = choices == null ? List.of() : List.copyOf(choices);
            value = value == null ? "" : value;
        }
    }

    public BookInfo {
        Objects.requireNonNull(book);
        details = details == null ? List.of() : List.copyOf(details);
        settings = settings == null ? List.of() : List.copyOf(settings);
        formatFile = formatFile == null ? Optional.empty() : formatFile;
    }
}
