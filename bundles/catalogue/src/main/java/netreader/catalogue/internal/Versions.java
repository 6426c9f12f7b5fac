package netreader.catalogue.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** The version of a file: its size and its time of modification. */
final class Versions {
    private Versions() {}

    static String of(long size, long mtimeMillis) {
        return Long.toHexString(size) + "-" + Long.toHexString(mtimeMillis);
    }

    static String of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return of(attributes.size(), attributes.lastModifiedTime().toMillis());
    }
}
