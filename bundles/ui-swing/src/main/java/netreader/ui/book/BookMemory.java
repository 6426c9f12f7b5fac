package netreader.ui.book;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import netreader.client.ShelfBook;
import netreader.ui.work.Preferences;

/**
 * What the windows remember of one book: how it is seen, and where within its page. That of the latest books is kept, by
 * their names; nothing is lost that a reader could not choose again. Event thread.
 */
public final class BookMemory {
    private static final String ORDER = "rememberedBooks";
    private static final String BOOK = "book.";
    private static final int MOST = 200;

    private final Preferences preferences;
    private final String key;
    private final String format;

    public BookMemory(Preferences preferences, ShelfBook book) {
        this.preferences = preferences;
        key = UUID.nameUUIDFromBytes(book.name().getBytes(StandardCharsets.UTF_8))
                .toString();
        format = "format." + book.format() + ".";
    }

    /** What was remembered of the book, else what was chosen last for one of its format, else of any book. */
    public String latest(String name, String otherwise) {
        return text(name, preferences.text(format + name, preferences.text(name, otherwise)));
    }

    /** Remembers it of the book, and for books of its format of which nothing is remembered. */
    public void putLatest(String name, Object value) {
        put(name, value);
        preferences.put(format + name, value);
    }

    public String text(String name, String otherwise) {
        return preferences.text(property(key, name), otherwise);
    }

    /** Remembers a text that is not empty; one that is remembered already is no change, also of which book is the latest. */
    public void put(String name, Object value) {
        if (text(name, "").equals(value.toString())) {
            return;
        }
        List<String> order = order();
        if (order.isEmpty() || !order.get(0).equals(key)) {
            order.remove(key);
            order.add(0, key);
            while (order.size() > MOST) {
                preferences.removeAll(property(order.remove(order.size() - 1), ""));
            }
            preferences.put(ORDER, String.join(" ", order));
        }
        preferences.put(property(key, name), value);
    }

    private static String property(String key, String name) {
        return BOOK + key + "." + name;
    }

    private List<String> order() {
        List<String> order =
                new ArrayList<>(Arrays.asList(preferences.text(ORDER, "").split(" ")));
        order.remove("");
        return order;
    }
}
