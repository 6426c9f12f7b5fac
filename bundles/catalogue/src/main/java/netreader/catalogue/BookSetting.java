package netreader.catalogue;

import java.util.Objects;
import netreader.format.Setting;

/**
 * What may be chosen for a book, and what was chosen.
 *
 * @param setting as the book's format describes it
 * @param value what was chosen; empty if the setting's default holds
 */
public record BookSetting(Setting setting, String value) {
    public BookSetting {
        Objects.requireNonNull(setting);
        Objects.requireNonNull(value);
    }
}
