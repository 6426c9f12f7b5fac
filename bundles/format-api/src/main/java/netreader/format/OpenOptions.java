package netreader.format;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How a book is to be opened.
 *
 * @param password what the reader typed, if the book asked for one
 * @param pageBytes nominal size of a text page in bytes of the source, 256 to 65,536; formats with pages of their own ignore it
 * @param settings the format's own settings by name (see {@link BookFormat#settings()}); unknown names are ignored
 * @param cache a folder in which the format may keep what it computed (see {@link CacheFile}); it need not exist, may be
 *     shared by books, and may be emptied at any time
 */
public record OpenOptions(Optional<String> password, int pageBytes, Map<String, String> settings, Path cache) {
    public static final int MIN_PAGE_BYTES = 256;
    public static final int DEFAULT_PAGE_BYTES = 4096;
    public static final int MAX_PAGE_BYTES = 65_536;

    public OpenOptions {
        Objects.requireNonNull(password);
        Objects.requireNonNull(cache);
        settings = Map.copyOf(settings);
        if (pageBytes < MIN_PAGE_BYTES || pageBytes > MAX_PAGE_BYTES) {
            throw new IllegalArgumentException("pageBytes " + pageBytes + " is not in 256..65536");
        }
    }

    /** No password, pages of the default size, no settings. */
    public static OpenOptions defaults(Path cache) {
        return new OpenOptions(Optional.empty(), DEFAULT_PAGE_BYTES, Map.of(), cache);
    }

    public OpenOptions withPassword(String newPassword) {
        return new OpenOptions(Optional.of(newPassword), pageBytes, settings, cache);
    }
}
