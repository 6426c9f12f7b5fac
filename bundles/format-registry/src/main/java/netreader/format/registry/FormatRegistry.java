package netreader.format.registry;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import netreader.format.BookSource;
import netreader.format.FormatException;
import netreader.format.OpenOptions;
import org.osgi.annotation.versioning.ProviderType;

/** The formats that are installed at this moment, and the way to open their books. Any thread. */
@ProviderType
public interface FormatRegistry {
    /** What is installed, by name. Where several formats share a name, the one with the highest service ranking. */
    List<FormatInfo> formats();

    /** @param name such as {@code PDF} */
    Optional<FormatInfo> byName(String name);

    /** The format whose extension the file name has, without regard to case. */
    Optional<FormatInfo> forFileName(String fileName);

    /**
     * Opens a book. The registry keeps it and closes it when its format leaves.
     *
     * @param format name of the format
     * @param source a {@link ClosableSource} says itself which book it is; any other is a book of its own
     * @throws FormatException as {@link netreader.format.BookFormat#open}; any other throwable of the format is DAMAGED,
     *     and a book whose opening does not come to an end TOO_COSTLY
     * @throws FormatUnavailableException if the format is not installed
     */
    OpenBook open(String format, BookSource source, OpenOptions options)
            throws FormatException, FormatUnavailableException;

    /** Where a jar is put so that its formats are here soon; empty if no folder is watched. */
    Optional<Path> folder();

    /** Why jars of that folder bring no format: a sentence for each. */
    default List<String> troubles() {
        return List.of();
    }

    /** The listener is called after a format has come or gone, on the thread that brought or took it. */
    AutoCloseable listen(Runnable listener);
}
