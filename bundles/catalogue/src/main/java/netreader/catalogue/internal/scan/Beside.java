package netreader.catalogue.internal.scan;

import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import netreader.catalogue.internal.inspect.CoverPicture;
import netreader.catalogue.internal.store.Versions;

/**
 * The picture that lies beside a book's file and is its cover.
 *
 * @param extension of its name, which is the book's besides
 * @param mtime last modification, in milliseconds since 1970
 */
public record Beside(String extension, long size, long mtime) {
    static final Beside NONE = new Beside("", 0, 0);

    /** Another text for each other picture, as far as name, size and time tell; empty for none. */
    String text() {
        return equals(NONE) ? "" : extension + " " + Versions.of(size, mtime);
    }

    /** The pictures of a folder, by the names that they have without their extensions. One thread. */
    static final class InFolder {
        private final Map<String, Beside> pictures = new HashMap<>();

        /** A file that may be a picture. */
        void add(String file, BasicFileAttributes attributes) {
            int dot = Math.max(0, file.lastIndexOf('.'));
            String extension = file.substring(Math.min(file.length(), dot + 1));
            if (CoverPicture.rank(extension) >= 0) {
                Beside picture = new Beside(
                        extension,
                        attributes.size(),
                        attributes.lastModifiedTime().toMillis());
                pictures.merge(
                        file.substring(0, dot),
                        picture,
                        (one, other) -> CoverPicture.rank(one.extension()) < CoverPicture.rank(other.extension())
                                ? one
                                : other);
            }
        }

        Beside book(String file) {
            return pictures.isEmpty()
                    ? NONE
                    : pictures.getOrDefault(file.substring(0, Math.max(0, file.lastIndexOf('.'))), NONE);
        }
    }
}
