package netreader.client.internal;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import netreader.client.ShelfBook;
import netreader.client.ShelfBook.Status;
import netreader.format.Delivery;
import netreader.protocol.BookRow;

/** Books as they travel, for the reader. */
final class Rows {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private Rows() {}

    /** A copy is named by the digest: a server whose digest is a path must not choose which file of the reader that is. */
    static ShelfBook book(BookRow row) {
        return new ShelfBook(
                row.id(),
                row.name(),
                row.title(),
                row.authors(),
                row.format(),
                Delivery.of(row.delivery()).orElse(Delivery.FILE),
                row.bytes(),
                row.version(),
                row.pages(),
                row.sha256().filter(digest -> DIGEST.matcher(digest).matches()),
                status(row.status()),
                row.reason(),
                row.cover() ? row.picture().or(() -> Optional.of(row.version())) : Optional.empty(),
                Instant.ofEpochMilli(row.added()),
                false);
    }

    /** A status of a later version is none that a reader could count on. */
    private static Status status(String wireName) {
        return Arrays.stream(Status.values())
                .filter(status -> status.name().equals(wireName.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(Status.PENDING);
    }
}
