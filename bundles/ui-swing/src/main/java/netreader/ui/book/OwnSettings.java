package netreader.ui.book;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import netreader.client.BookSetting;
import netreader.client.ShelfBook;
import netreader.format.Delivery;
import netreader.format.Setting;
import netreader.format.registry.FormatInfo;
import netreader.ui.work.UiContext;

/**
 * What this reader chose for a book that a format on this computer reads, such as the size of its letters. For a book that
 * is painted here the latest choice counts for all books of the format that have none of their own; that of a text, such as
 * its charset, is one book's matter. What a server reads has its settings there. Event thread.
 */
public final class OwnSettings {
    private final UiContext context;
    private final ShelfBook book;
    private final BookMemory memory;

    public OwnSettings(UiContext context, ShelfBook book) {
        this.context = context;
        this.book = book;
        memory = new BookMemory(context.preferences(), book);
    }

    /** Whether the book's settings are this reader's, and not the server's. */
    public boolean apply() {
        return book.local() || book.delivery() == Delivery.FILE;
    }

    /** What may be chosen; nothing while the format is not here, or the settings are the server's. */
    public List<BookSetting> settings() {
        return ofFormat().stream()
                .map(setting -> new BookSetting(
                        setting.name(), setting.title(), setting.choices(), chosen(setting), setting.defaultValue()))
                .toList();
    }

    /** What was chosen, by the names of the settings. */
    public Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        for (BookSetting setting : settings()) {
            if (!setting.value().isEmpty()) {
                values.put(setting.name(), setting.value());
            }
        }
        return values;
    }

    /** @param chosen by the names of the settings; an empty value takes the choice back */
    public void choose(Map<String, String> chosen) {
        chosen.forEach((name, value) -> {
            if (isShared()) {
                memory.putLatest(key(name), value);
            } else {
                memory.put(key(name), value);
            }
        });
    }

    private List<Setting> ofFormat() {
        return apply()
                ? context.formats()
                        .byName(book.format())
                        .map(FormatInfo::settings)
                        .orElse(List.of())
                : List.of();
    }

    private String chosen(Setting setting) {
        String name = key(setting.name());
        String chosen = isShared() ? memory.latest(name, "") : memory.text(name, "");
        return setting.choices().isEmpty() || setting.choices().contains(chosen) ? chosen : "";
    }

    private boolean isShared() {
        return book.delivery() == Delivery.FILE;
    }

    private static String key(String name) {
        return "setting." + name;
    }
}
