package netreader.catalogue.internal.scan;

import java.util.Objects;
import netreader.catalogue.internal.store.Versions;
import netreader.format.Delivery;

/**
 * A book's file as the scan sees it.
 *
 * @param name path in the library, with {@code /} between folders
 * @param mtime last modification, in milliseconds since 1970
 * @param key what the file is known by on its disk whatever its name, such as its inode; 0 if there is no such thing
 * @param picture the one beside it
 */
public record Found(String name, long size, long mtime, long key, String format, Delivery delivery, Beside picture) {
    public Found {
        Objects.requireNonNull(name);
        Objects.requireNonNull(format);
        Objects.requireNonNull(delivery);
        Objects.requireNonNull(picture);
    }

    /** Without a picture. */
    public Found(String name, long size, long mtime, long key, String format, Delivery delivery) {
        this(name, size, mtime, key, format, delivery, Beside.NONE);
    }

    /** Changes whenever the file changes, as far as its size and time tell. */
    String version() {
        return Versions.of(size, mtime);
    }

    /** Its picture, as if that were a book. */
    Found ofPicture() {
        String stem = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        return new Found(stem + "." + picture.extension(), picture.size(), picture.mtime(), 0, format, delivery);
    }
}
