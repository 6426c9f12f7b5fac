package netreader.format.registry.internal.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** How a file lies there at one moment: two equal stamps stand for the same contents. */
record Stamp(boolean present, boolean folder, long bytes, long modifiedMs, Optional<Object> key) {
    /** What leads nowhere, such as a broken link, and what cannot be looked at. */
    private static final Stamp NOTHING = new Stamp(false, false, 0, 0, Optional.empty());

    static Stamp of(Path file) {
        try {
            BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(
                    true,
                    facts.isDirectory(),
                    facts.size(),
                    facts.lastModifiedTime().toMillis(),
                    Optional.ofNullable(facts.fileKey()));
        } catch (IOException e) {
            return NOTHING;
        }
    }

    /** Whether nobody has written to the file for a while. */
    boolean older(long ms) {
        return System.currentTimeMillis() - modifiedMs >= ms;
    }
}
