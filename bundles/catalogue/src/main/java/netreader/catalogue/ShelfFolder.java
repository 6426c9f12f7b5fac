package netreader.catalogue;

import java.util.Objects;

/**
 * A folder of the library.
 *
 * @param name its path in the library, with {@code /} between folders and none at the end
 * @param books how many books are in it and in the folders in it
 */
public record ShelfFolder(String name, long books) {
    public ShelfFolder {
        Objects.requireNonNull(name);
    }
}
