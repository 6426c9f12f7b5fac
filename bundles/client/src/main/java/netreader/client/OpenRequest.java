package netreader.client;

import java.util.Objects;
import java.util.Optional;
import netreader.format.OpenOptions;
import netreader.format.Work;

/**
 * How a reader wants to open a book.
 *
 * @param pageBytes nominal size of a text page in bytes of the source, 256 to 65,536
 * @param password what the user typed, if the book asked for one
 * @param progress hears of the transfer when the book must be fetched first
 * @param work cancels the transfer
 */
public record OpenRequest(int pageBytes, Optional<String> password, Progress progress, Work work) {
    public static final OpenRequest DEFAULT =
            new OpenRequest(OpenOptions.DEFAULT_PAGE_BYTES, Optional.empty(), Progress.IGNORED, Work.UNCANCELLED);

    public OpenRequest {
        Objects.requireNonNull(password);
        Objects.requireNonNull(progress);
        Objects.requireNonNull(work);
    }
}
