package netreader.catalogue.internal.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import netreader.catalogue.internal.store.Digests;
import netreader.catalogue.internal.store.Versions;

/** The digests of files, each file read once while it is the same, whatever names it has. Any thread. */
final class KnownDigests {
    private static final int MAX_KNOWN = 4096;

    private record Key(Object file, String version) {}

    private final Courtesy courtesy;
    private final Map<Key, Digests> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Digests> eldest) {
            return size() > MAX_KNOWN;
        }
    };

    KnownDigests(Courtesy courtesy) {
        this.courtesy = courtesy;
    }

    /** The digests of this version of the file; empty if it is another one. */
    Optional<Digests> of(Path file, String version) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isRegularFile()
                || !version.equals(Versions.of(
                        attributes.size(), attributes.lastModifiedTime().toMillis()))) {
            return Optional.empty();
        }
        Key key = attributes.fileKey() == null ? null : new Key(attributes.fileKey(), version);
        if (key != null) {
            synchronized (known) {
                Digests digests = known.get(key);
                if (digests != null) {
                    return Optional.of(digests);
                }
            }
        }
        Digests digests = Digests.of(file, courtesy::stepAside);
        if (!version.equals(Versions.of(file))) {
            return Optional.empty(); // it was written while it was read
        }
        if (key != null) {
            synchronized (known) {
                known.put(key, digests);
            }
        }
        return Optional.of(digests);
    }
}
