package netreader.client;

import java.util.List;
import java.util.Objects;

/**
 * What may be chosen for a book, such as the charset of a text.
 *
 * @param name by which the book's format knows it
 * @param title in the words of the format
 * @param choices what may be chosen; empty if any text may be typed
 * @param value what was chosen; empty if nothing was
 * @param usual what counts where nothing was chosen; empty if the format finds it by itself
 */
public record BookSetting(String name, String title, List<String> choices, String value, String usual) {
    public BookSetting {
        Objects.requireNonNull(name);
        Objects.requireNonNull(title);
        Objects.requireNonNull(value);
        Objects.requireNonNull(usual);
        choices = List.copyOf(choices);
    }

    /** What counts now; empty if the format finds it by itself. */
    public String current() {
        return value.isEmpty() ? usual : value;
    }
}
