package netreader.protocol;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A book of the shelf as it travels.
 *
 * @param name file name with folders, separated by {@code /}
 * @param delivery {@code file} or {@code pages}
 * @param bytes size of the file
 * @param version changes whenever the file changes
 * @param pages 0 while unknown
 * @param status {@code pending}, {@code ready} or {@code quarantined}
 * @param reason why it is quarantined
 * @param cover whether there is a picture
 * @param picture another one for each picture that a book has had; empty if there is none, or of an older server
 * @param added when it was first found, in milliseconds since 1970; 0 if that is not known
 */
public record BookRow(
        long id,
        String name,
        String title,
        List<String> authors,
        String format,
        String delivery,
        long bytes,
        String version,
        int pages,
        Optional<String> sha256,
        String status,
        Optional<String> reason,
        boolean cover,
        Optional<String> picture,
        long added) {
    public BookRow {
        Objects.requireNonNull(name);
        Objects.requireNonNull(title);
        Objects.requireNonNull(format);
        Objects.requireNonNull(delivery);
        Objects.requireNonNull(version);
        Objects.requireNonNull(status);
        authors = authors == null ? List.of() : List.copyOf(authors);
        sha256 = sha256 == null ? Optional.empty() : sha256;
        reason = reason == null ? Optional.empty() : reason;
        picture = picture == null ? Optional.empty() : picture;
    }
}
