package netreader.catalogue.internal;

import java.util.Objects;
import netreader.format.Delivery;

/**
 * A book's file as the scan sees it.
 *
 * @param name path in the library, with {@code /} between folders
 * @param mtime last modification, in milliseconds since 1970
 */
record Found(String name, long size, long mtime, String format, Delivery delivery) {
    Found {
        Objects.requireNonNull(name);
        Objects.requireNonNull(format);
        Objects.requireNonNull(delivery);
    }

    /** Changes whenever the file changes, as far as its size and time tell. */
    String version() {
        return Versions.of(size, mtime);
    }
}
