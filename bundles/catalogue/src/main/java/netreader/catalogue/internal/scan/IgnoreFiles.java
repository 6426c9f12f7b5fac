package netreader.catalogue.internal.scan;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import netreader.catalogue.internal.store.BookNames;
import netreader.catalogue.internal.store.Versions;

/** The files that say what is ignored; each is read again when it has changed. One thread. */
final class IgnoreFiles {
    private static final Logger LOG = System.getLogger(IgnoreFiles.class.getName());

    static final String NAME = ".netreaderignore";

    private static final long MAX_BYTES = 64 << 10;

    private record Known(String version, IgnoreRules rules) {}

    private final Map<String, Known> files = new HashMap<>();

    /**
     * The rules of a folder alone; none if there is no such file.
     *
     * @param folder in the library
     */
    IgnoreRules rules(String folder, Path path) {
        Path file = path.resolve(NAME);
        IgnoreRules none = new IgnoreRules(folder, List.of());
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!attributes.isRegularFile()) {
                return none;
            }
            String version =
                    Versions.of(attributes.size(), attributes.lastModifiedTime().toMillis());
            Known known = files.get(folder);
            if (known != null && known.version().equals(version)) {
                return known.rules();
            }
            IgnoreRules rules = read(folder, file, attributes.size());
            files.put(folder, new Known(version, rules));
            return rules;
        } catch (NoSuchFileException e) {
            files.remove(folder);
            return none;
        } catch (IOException e) {
            return complain(file, e.getMessage(), none);
        }
    }

    private static IgnoreRules read(String folder, Path file, long size) {
        IgnoreRules none = new IgnoreRules(folder, List.of());
        if (size > MAX_BYTES) {
            return complain(file, "it is larger than 64 KiB", none);
        }
        try {
            return IgnoreRules.of(folder, new String(Files.readAllBytes(file), StandardCharsets.UTF_8), file);
        } catch (IOException e) {
            return complain(file, e.getMessage(), none);
        }
    }

    private static IgnoreRules complain(Path file, String why, IgnoreRules none) {
        LOG.log(
                Level.WARNING,
                "{0} is not heeded: {1}",
                BookNames.shown(file.toString()),
                BookNames.shown(String.valueOf(why)));
        return none;
    }
}
