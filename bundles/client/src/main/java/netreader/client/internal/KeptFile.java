package netreader.client.internal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import netreader.client.Place;
import netreader.client.ShelfBook;
import netreader.format.Delivery;

/**
 * A book on this computer that no server has.
 *
 * @param sha256 of its contents, by which it is known wherever it lies
 * @param format such as {@code PDF}
 * @param place where it was left; empty if no page was turned yet
 * @param read when, in milliseconds since 1970
 */
record KeptFile(
        Path path, String sha256, long bytes, String format, Delivery delivery, Optional<Place> place, long read) {
    private static final int DIGITS = 15;

    /** Below zero, where no server has its books; the same for the same contents in the same format. */
    long id() {
        return -1 - (Long.parseLong(sha256.substring(0, DIGITS), 16) ^ Integer.toUnsignedLong(format.hashCode()));
    }

    KeptFile at(Place newPlace, long time) {
        return new KeptFile(path, sha256, bytes, format, delivery, Optional.of(newPlace), time);
    }

    ShelfBook book() {
        String name = path.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return new ShelfBook(
                id(),
                path.toString(),
                dot > 0 ? name.substring(0, dot) : name,
                List.of(),
                format,
                delivery,
                bytes,
                sha256,
                0,
                Optional.of(sha256),
                ShelfBook.Status.READY,
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                false);
    }
}
