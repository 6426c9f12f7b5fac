package netreader.format;

import java.util.Locale;
import java.util.Optional;

/** How a book of a format reaches its reader. */
public enum Delivery {
    /** The file goes to the reader, which paints it and keeps a copy. */
    FILE,
    /** The file stays on the server, which sends the page that is being read. */
    PAGES;

    /** The name in service properties and on the wire: {@code file} or {@code pages}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Delivery> of(String wireName) {
        for (Delivery delivery : values()) {
            if (delivery.wireName().equals(wireName)) {
                return Optional.of(delivery);
            }
        }
        return Optional.empty();
    }
}
