package netreader.client;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import netreader.format.OpenOptions;
import netreader.format.Work;

/**
 * How a reader wants to open a book.
 *
 * @param pageBytes nominal size of a text page in bytes of the source, 256 to 65,536
 * @param settings what the reader chose for a book that is read by a format on this computer; a book whose pages the
 *     server cuts has its settings there
 * @param password what the user typed, if the book asked for one
 * @param progress hears of the transfer when the book must be fetched first
 * @param work cancels the transfer
 */
public record OpenRequest(
        int pageBytes, Map<String, String> settings, Optional<String> password, Progress progress, Work work) {
    public static final OpenRequest DEFAULT = new OpenRequest(
            OpenOptions.DEFAULT_PAGE_BYTES, Map.of(), Optional.empty(), Progress.IGNORED, Work.UNCANCELLED);

    public OpenRequest {
        settings = Map.copyOf(settings);
        Objects.requireNonNull(password);
        Objects.requireNonNull(progress);
        Objects.requireNonNull(work);
    }
}
