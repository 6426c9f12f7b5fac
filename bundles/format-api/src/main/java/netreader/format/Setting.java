package netreader.format;

import java.util.List;

/**
 * A choice that a format offers for one book, such as the charset of a text. Opaque to everyone else.
 *
 * @param name key in {@link OpenOptions#settings()}
 * @param title what a person reads
 * @param choices the values that may be chosen; empty if any text may be typed
 * @param defaultValue the value that counts when none is set; empty text means that the format finds it by itself
 */
public record Setting(String name, String title, List<String> choices, String defaultValue) {
    public Setting {
        choices = List.copyOf(choices);
    }
}
